package io.jenkins.plugins.networkshell.engine.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "di[splay] cu[rrent-configuration] ! display current-configuration ! di cu",
                "show running-config ! show running-config ! show running-config",
                "show configuration [| no-more] ! show configuration | no-more ! show configuration",
                "sh[ow] conf[iguration] [ all [ de[tail] ] ] ! show configuration all detail ! sh conf",
                "/ex[port] ! /export ! /ex",
                "show  run|no-more ! show run | no-more ! show run | no-more",
            })
    void isSentInFull(String written, String full, String shortest) {
        CommandForm form = CommandForm.of(written);
        assertThat(form.full()).isEqualTo(full);
        assertThat(form.shortest()).isEqualTo(shortest);
        assertThat(form.matches(full)).isTrue();
        assertThat(form.matches(shortest)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "di[splay] cu[rrent-configuration] ! dis cur ! true",
                "di[splay] cu[rrent-configuration] !   DISP   Curr ! true",
                "di[splay] cu[rrent-configuration] ! display current- ! true",
                "di[splay] cu[rrent-configuration] ! d cu ! false",
                "di[splay] cu[rrent-configuration] ! dis c ! false",
                "di[splay] cu[rrent-configuration] ! dis curt ! false",
                "di[splay] cu[rrent-configuration] ! disply cur ! false",
                "di[splay] cu[rrent-configuration] ! display current-configurations ! false",
                "di[splay] cu[rrent-configuration] ! dis cur all ! false",
                "di[splay] cu[rrent-configuration] ! dis cur | include vlan ! false",
                "di[splay] cu[rrent-configuration] ! discur ! false",
                "di[splay] cu[rrent-configuration] ! dis ! false",
                "show running-config ! sh run ! false",
                "show configuration [| no-more] ! show configuration|no-more ! true",
                "show configuration [| no-more] ! show configuration  |  no-more ! true",
                "show configuration [| no-more] ! show configuration | no ! false",
                "show configuration [| no-more] ! show configuration no-more ! false",
                "show configuration [| n[o-more]] [all] ! show configuration | no all ! true",
                "show configuration [| n[o-more]] [all] ! show configuration all ! true",
                "show configuration [| n[o-more]] [all] ! show configuration all | no ! false",
                "more nvram:startup.config ! more nvram:startupXconfig ! false",
            })
    void isUnderstoodWordByWord(String written, String typed, boolean understood) {
        assertThat(CommandForm.of(written).matches(typed)).isEqualTo(understood);
    }

    /** Whatever stands between the shortest and the full spelling of a word is understood. */
    @ParameterizedTest
    @CsvSource({"display, 2", "current-configuration, 2", "saved-configuration, 3"})
    void everyAbbreviationInBetween(String word, int shortest) {
        CommandForm form = CommandForm.of(word.substring(0, shortest) + "[" + word.substring(shortest) + "]");
        for (int length = 0; length <= word.length(); length++) {
            assertThat(form.matches(word.substring(0, length)))
                    .as(word.substring(0, length))
                    .isEqualTo(length >= shortest);
        }
    }
}
