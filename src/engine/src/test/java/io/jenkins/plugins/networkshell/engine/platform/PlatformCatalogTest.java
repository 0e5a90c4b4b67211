package io.jenkins.plugins.networkshell.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlatformCatalogTest {
    @Test
    void shipsThePlatforms() {
        assertThat(PlatformCatalog.builtIn().names()).contains("cisco_ios", "frr", "generic", "huawei_vrp", "linux");
    }
}
