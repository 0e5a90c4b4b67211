package io.jenkins.plugins.networkshell.engine.backup.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
    @Test
    void volatileLinesAndBlanksAtTheEdgesGo() {
        CanonicalForm form = CanonicalForm.of(Rules.of("^end$", List.of("^! Last configuration"), List.of()));
        assertThat(form.lines("\r\n! Last configuration change at 1\r\nhostname a  \r\n\n x\nend\n\n"))
                .containsExactly("hostname a", "", " x", "end");
        assertThat(form.lines("a \nb")).containsExactly("a", "b");
    }

    @Test
    void ofALineWithVolatileGroupsTheRestCounts() {
        CanonicalForm form = CanonicalForm.of(Rules.of(null, List.of("(?P<volatile>%\\^%#.+?%\\^%#)"), List.of()));
        assertThat(form.lines("user a cipher %^%#abc%^%# b %^%#d%^%#\nuser b\n"))
                .containsExactly("user a cipher <volatile> b <volatile>", "user b");
    }

    @Test
    void aTextOfVolatileLinesOnlyIsEmpty() {
        assertThat(CanonicalForm.of(Rules.of(null, List.of("^x"), List.of())).lines("x1\nx2\n"))
                .isEmpty();
    }
}
