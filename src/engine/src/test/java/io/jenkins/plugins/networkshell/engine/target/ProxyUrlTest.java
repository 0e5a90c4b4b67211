package io.jenkins.plugins.networkshell.engine.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.networkshell.engine.Secret;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProxyUrlTest {
    private static final Secret PASSWORD = Secret.of("pa55word");

    static Stream<Arguments> proxies() {
        return Stream.of(
                arguments("socks5://10.0.0.9:1080", null, new Proxy.Socks5("10.0.0.9", 1080, null, null)),
                arguments(" SOCKS5://proxy:1080/ ", null, new Proxy.Socks5("proxy", 1080, null, null)),
                arguments(
                        "http://me@proxy_1.example.net:3128",
                        PASSWORD,
                        new Proxy.HttpConnect("proxy_1.example.net", 3128, "me", PASSWORD)),
                arguments("http://me@proxy:3128", null, new Proxy.HttpConnect("proxy", 3128, "me", null)),
                arguments("socks5://[2001:db8::1]:1080", null, new Proxy.Socks5("2001:db8::1", 1080, null, null)),
                arguments(
                        "http://me%40corp.example%c3%a9@proxy:1",
                        PASSWORD, new Proxy.HttpConnect("proxy", 1, "me@corp.example\u00e9", PASSWORD)),
                arguments("http://100%@proxy:1", null, new Proxy.HttpConnect("proxy", 1, "100%", null)),
                arguments("http://me@corp@proxy:1", null, new Proxy.HttpConnect("proxy", 1, "me@corp", null)));
    }

    @ParameterizedTest
    @MethodSource
    void proxies(String url, Secret password, Proxy expected) {
        assertThat(Proxy.parse(url, password)).isEqualTo(expected);
    }

    static Stream<Arguments> others() {
        String none = "This is not a proxy URL; allowed: socks5://[user@]host:port or http://[user@]host:port.";
        return Stream.of(
                arguments("", null, none),
                arguments("//proxy:1", null, none),
                arguments("proxy:3128", null, none),
                arguments("http://proxy", null, none),
                arguments("http://:3128", null, none),
                arguments("https://proxy:3128", null, none),
                arguments("socks4://proxy:3128", null, none),
                arguments("http://proxy:3128/path", null, none),
                arguments("http://2001:db8::1:3128", null, none),
                arguments("http://pro xy:1", null, none),
                arguments("http://proxy:65536", null, "A proxy's port is a number from 1 to 65535; allowed: socks5://"),
                arguments("http://proxy:0", null, "A proxy's port is a number from 1 to 65535; allowed: socks5://"),
                arguments(
                        "http://proxy:1",
                        PASSWORD,
                        "There is a password for the proxy, but no user in its address; allowed: socks5://"),
                arguments(
                        "http://me:hush@proxy:1",
                        null,
                        "The proxy's password is kept apart from its address, which others may see; allowed: socks5://"));
    }

    @ParameterizedTest
    @MethodSource
    void others(String url, Secret password, String sentence) {
        assertThatThrownBy(() -> Proxy.parse(url, password))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageNotContaining("hush")
                .hasMessageNotContaining(PASSWORD.reveal());
    }
}
