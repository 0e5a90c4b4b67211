package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong before anything is connected: exit code 2 and one sentence that says what, where and what is allowed. */
class BadInputTest {
    private static final String LOGIN = "run --host a@127.0.0.1 --password-env SET ";

    /** Of the example in RFC 8410, section 10.3; it opens nothing. */
    private static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    @TempDir
    private Path folder;

    static Stream<Arguments> wrongCommandLines() {
        return Stream.of(
                arguments("", "Name a command: run, "),
                arguments("rum", "Unmatched argument at index 0: 'rum'."),
                arguments("run", "Missing required option: '--host=HOST'."),
                arguments("run --password=a-secret --host a@h x", "Error: Unknown option: '--password'."),
                arguments("ls --password a-secret --host a@h / x", "Error: Unknown option: '--password'."),
                arguments(LOGIN, "No command was given; allowed: one or more commands, or --commands-file FILE."),
                arguments(
                        "run --host h --password-env SET x",
                        "No user was named; allowed: --user USER or --host USER@HOST."),
                arguments(
                        "run --host a@h x",
                        "No way to log in as a@h was given, and there is no terminal to ask at; allowed: --password-env,"
                                + " --password-file, --key, --agent, --look-for-keys, --login-answer-env, --no-password."),
                arguments(
                        "run --host a@h --user b --password-env SET x",
                        "--host and --user name different users; name the user once."),
                arguments(
                        "run --host a@h --password-env UNSET x",
                        "The environment variable UNSET that --password-env names is not set; allowed: the name of a"
                                + " variable that holds the secret."),
                arguments(
                        LOGIN + "--password-file FOLDER/none x",
                        "--password-env and --password-file exclude each other; give one of them."),
                arguments(
                        "run --host a@h --password-file FOLDER/none x",
                        "The file FOLDER/none that --password-file names does not exist."),
                arguments(
                        "run --host a@h --key FOLDER/none x", "The file FOLDER/none that --key names does not exist."),
                arguments(
                        "run --host a@h --key FOLDER x",
                        "What --key names can't be used: the key file FOLDER is a folder; allowed: a file with a private"
                                + " key."),
                arguments(
                        "run --host a@h --key FOLDER/empty x",
                        "What --key names can't be used: the key FOLDER/empty is empty; allowed: a private key in OpenSSH,"
                                + " PEM, PKCS#8 or PuTTY format."),
                arguments(
                        "run --host a@h --key FOLDER/latin1 x",
                        "the key FOLDER/latin1 has no format that is known here; allowed: a private key in OpenSSH,"),
                arguments(
                        "run --host a@h --key FOLDER/id.pub x",
                        "the key FOLDER/id.pub is a public one; allowed: the private key, which usually has the same name"
                                + " without .pub."),
                arguments(
                        "exec --host a@h --key FOLDER/damaged x",
                        "the key FOLDER/damaged could not be read: it is damaged or of an unknown type."),
                arguments(
                        "run --host a@h --key FOLDER/id --certificate FOLDER/id.pub x",
                        "What --certificate names can't be used: the certificate for the key FOLDER/id is not an OpenSSH"
                                + " user certificate; allowed: the file that ssh-keygen -s makes, which ends in -cert.pub."),
                arguments(
                        LOGIN + "--port 70000 x",
                        "The value '70000' of --port is not a port; allowed: a number from 1 to 65535."),
                arguments(
                        "run --host a@[::1]:x --password-env SET x",
                        "The value 'x' of --host is not a port; allowed: a number from 1 to 65535."),
                arguments(
                        "run --host a@[::1 --password-env SET x",
                        "The value 'a@[::1' of --host is not a host; allowed:"),
                arguments(
                        "run --host a@[::1]22 --password-env SET x", "The value 'a@[::1]22' of --host is not a host;"),
                arguments(
                        "run --host @h --password-env SET x",
                        "The value '@h' of --host is not a host; allowed: [user@]host[:port], with brackets around an IPv6"
                                + " address."),
                arguments(
                        LOGIN + "--silence-timeout 10 x",
                        "Invalid value for option '--silence-timeout': '10' is not a duration; allowed: numbers above zero with"
                                + " the units ms, s, m, h, for instance 500ms, 10s, 2m or 1h30m."),
                arguments(LOGIN + "--connect-timeout 0s x", "'0s' is not a duration; allowed: numbers above zero"),
                arguments(
                        LOGIN + "--host-keys maybe x",
                        "Invalid value for option '--host-keys': 'maybe' is not known; allowed: strict, accept-new, warn,"
                                + " accept-any."),
                arguments(LOGIN + "--algorithms old x", "'old' is not known; allowed: secure, legacy."),
                arguments(
                        LOGIN + "--ciphers aes256-ctr,rot13 x",
                        "Invalid value for option '--ciphers': The cipher algorithm 'rot13' is not known; allowed:"
                                + " aes128-gcm@openssh.com, aes256-gcm@openssh.com,"),
                arguments(
                        LOGIN + "--key-exchanges=+group1 x",
                        "option '--key-exchanges': The key exchange algorithm 'group1' is not known; allowed: mlkem"),
                arguments(
                        LOGIN + "--host-key-algorithms=-* x",
                        "option '--host-key-algorithms': No host key algorithm is left; allowed: ssh-ed25519,"),
                arguments(LOGIN + "--macs=, x", "option '--macs': No MAC algorithm was named; allowed: hmac-sha2-256"),
                arguments(
                        LOGIN + "--no-password x",
                        "--no-password and --password-env exclude each other; give one of them."),
                arguments(
                        "run --host a@h --agent --certificate FOLDER/empty x",
                        "--certificate belongs to one key, and 0 are given; allowed: one --key with it."),
                arguments(
                        "run --host a@h --key FOLDER/empty --certificate FOLDER/none x",
                        "The file FOLDER/none that --certificate names does not exist."),
                arguments(
                        LOGIN + "--login-answer-env code x",
                        "Invalid value for option '--login-answer-env' (REGEX=VAR): 'code' has no expression or no variable;"
                                + " allowed: REGEX=VAR, for instance 'one-time code=OTP'."),
                arguments(
                        LOGIN + "--login-answer-env (code=SET x",
                        "The expression '(code' for prompts at login can't be read (missing closing )); allowed: RE2"),
                arguments(
                        LOGIN + "--login-answer-env code=UNSET x",
                        "The environment variable UNSET that --login-answer-env names is not set; allowed:"),
                arguments(LOGIN + "--format xml x", "'xml' is not known; allowed: text, json."),
                arguments(
                        LOGIN + "--answer (=y x",
                        "'(' is not a regular expression (missing closing )); allowed: REGEX=TEXT in RE2 syntax"),
                arguments(
                        LOGIN + "--answer yes x", "there is no '=' with an expression before it; allowed: REGEX=TEXT"),
                arguments(
                        LOGIN + "--platform cisco x", "The platform 'cisco' is not known; allowed: auto, alcatel_aos,"),
                arguments(
                        LOGIN + "--platform cisco_iso x",
                        "The platform 'cisco_iso' is not known (did you mean 'cisco_ios'?); allowed: auto, alcatel_aos,"),
                arguments(
                        LOGIN + "--platform huawei_vrp --mode enable x",
                        "The platform huawei_vrp has no mode 'enable'; allowed: exec, configuration."),
                arguments(
                        LOGIN + "--encoding utf-9 x",
                        "The encoding 'utf-9' is not known; allowed: auto, and the names that Java knows"),
                arguments(
                        LOGIN + "--commands-file FOLDER/none",
                        "The file FOLDER/none that --commands-file names does not exist."),
                arguments(
                        LOGIN + "--commands-file FOLDER/empty",
                        "There is no command in FOLDER/empty; allowed: one per line, # begins a comment."),
                arguments(
                        LOGIN + "--commands-file FOLDER/latin1",
                        "The file FOLDER/latin1 that --commands-file names is not text in UTF-8."),
                arguments(
                        LOGIN + "gr\ufffdn",
                        "The command 'gr\ufffdn' has characters that did not get through: the terminal's encoding is not"
                                + " this process'. Set LC_ALL=C.UTF-8, or use --commands-file."),
                arguments(
                        LOGIN + "--jump h x",
                        "The value 'h' of --jump names no user; allowed: user@host or user@host:port, or User in"
                                + " ssh_config."),
                arguments(
                        LOGIN + "--jump-password-env SET x",
                        "--jump-password-env is given without a jump host; allowed: with --jump, or where"
                                + " ssh_config has a ProxyJump."),
                arguments(
                        LOGIN + "--proxy-password-env SET x",
                        "--proxy-password-env is given without a proxy; allowed: with --proxy."),
                arguments(
                        "run --host a@h:22 --port 23 --password-env SET x",
                        "--host and --port name different ports; name the port once."),
                arguments(
                        LOGIN + "--jump b@h x",
                        "No way to log in on the jump host b@h was given; allowed: --jump-password-env, --key, --agent,"
                                + " --look-for-keys."),
                arguments(
                        LOGIN + "--proxy ftp://h:1 x",
                        "Invalid value for option '--proxy': This is not a proxy URL; allowed: socks5://[user@]host:port or"
                                + " http://[user@]host:port. The password goes with --proxy-password-env."),
                arguments(
                        LOGIN + "--proxy http://me:a-secret@h:1 x",
                        "The proxy's password is kept apart from its address, which others may see; allowed: socks5://"),
                arguments(
                        LOGIN + "--proxy http://h:1 --proxy-password-env SET x",
                        "There is a password for the proxy, but no user in its address; allowed: socks5://"),
                arguments(
                        LOGIN + "--connect-attempts 0 x", "The value '0' of --connect-attempts is too small; allowed:"),
                arguments(
                        LOGIN + "--record FOLDER/none/x.cast x",
                        "The file or folder FOLDER/none/x.cast that --record names is in a folder that does not exist."),
                arguments(
                        LOGIN + "--ssh-log FOLDER x",
                        "The file or folder FOLDER that --ssh-log names can't be used (Is a directory)."),
                arguments(
                        "exec --host a@h --no-password --ssh-log FOLDER x",
                        "The file or folder FOLDER that --ssh-log names can't be used (Is a directory)."),
                arguments(
                        LOGIN + "--archive FOLDER/empty x",
                        "The file or folder FOLDER/empty that --archive names is not a folder."),
                arguments(LOGIN + "--platforms FOLDER/none x", "FOLDER/none"),
                arguments(
                        LOGIN + "--platforms FOLDER/bad.yaml x",
                        "bad.yaml, line 2: 'modes' is a number; allowed: a list."),
                arguments(
                        LOGIN + "--ssh-config FOLDER/none x",
                        "The file FOLDER/none that --ssh-config names does not exist."),
                arguments("platforms nosuch", "The platform 'nosuch' is not known; allowed: alcatel_aos,"),
                arguments(
                        "platforms comwar",
                        "The platform 'comwar' is not known (did you mean 'hp_comware'?); allowed: alcatel_aos,"),
                arguments(
                        "simulate --platform huawei-vrp",
                        "The platform 'huawei-vrp' has no scene (did you mean 'huawei_vrp'?); allowed: alcatel_aos,"),
                arguments("simulate", "No device was named; allowed: --platform NAME with one of alcatel_aos,"),
                arguments("simulate --platform nosuch", "The platform 'nosuch' has no scene; allowed: alcatel_aos,"),
                arguments("simulate --scene FOLDER/none", "The file FOLDER/none that --scene names does not exist."),
                arguments(
                        "simulate --scene FOLDER/empty",
                        "Error: FOLDER/empty: the file is empty, a map of fields is expected"),
                arguments(
                        "simulate --platform huawei_vrp --port 99999",
                        "The value '99999' of --port does not leave a port"));
    }

    @ParameterizedTest
    @MethodSource("wrongCommandLines")
    void oneSentenceAndExitCode2(String commandLine, String sentence) throws IOException {
        Files.writeString(folder.resolve("empty"), "");
        Files.write(folder.resolve("latin1"), new byte[] {'g', 'r', (byte) 0xfc, 'n'});
        Files.writeString(folder.resolve("bad.yaml"), "name: mine\nmodes: 7\n");
        Files.writeString(folder.resolve("id"), KEY);
        Files.writeString(folder.resolve("id.pub"), "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA me@here\n");
        Files.writeString(folder.resolve("damaged"), KEY.replace("MC4CAQ", "MC4BAQ"));
        String[] args = Arrays.stream(
                        commandLine.replace("FOLDER", folder.toString()).split(" "))
                .filter(arg -> !arg.isEmpty())
                .toArray(String[]::new);

        Outcome outcome = new Cli().with("SET", "a-secret").run(args);

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("Error: ")
                .contains(sentence.replace("FOLDER", folder.toString()))
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("a-secret");
        assertThat(outcome.err().lines().count()).isLessThanOrEqualTo(3);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aCommandThatTheDeviceWouldActOnIsRefused() {
        Outcome tab = new Cli().with("SET", "x").run("run", "--host", "a@h", "--password-env", "SET", "show\tx");
        assertThat(tab.code()).isEqualTo(2);
        assertThat(tab.err()).contains("The command 'show·x' can't be typed: A command has no tab");

        Outcome key = new Cli().with("SET", "x").run("run", "--host", "a@h", "--password-env", "SET", "show \u0003");
        assertThat(key.code()).isEqualTo(2);
        assertThat(key.err()).contains("no control character (U+0003)");
    }

    @Test
    void aBlockOfACommandsFileEnds() {
        Outcome outcome = new Cli()
                .with("SET", "x")
                .input("\"\"\"\nbanner motd #\nhello\n")
                .run("run", "--host", "a@h", "--password-env", "SET", "--commands-file", "-");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("a command of several lines never ends");
    }

    @Test
    void anAnswerFromAVariableThatIsNotSet() {
        Outcome outcome = new Cli()
                .with("SET", "x")
                .run("run", "--host", "a@h", "--password-env", "SET", "--answer-env", "(?i)new password:=NOPE", "x");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("The environment variable NOPE that --answer-env names is not set");

        Outcome none = new Cli()
                .with("SET", "x")
                .run("run", "--host", "a@h", "--password-env", "SET", "--answer-env", "NOPE", "x");
        assertThat(none.err()).contains("--answer-env 'NOPE': there is no '='").contains("allowed: REGEX=VAR");
    }

    @Test
    void verboseShowsWhereItWentWrong() {
        Outcome outcome = new Cli().run("run", "--verbose", "--host", "a@h", "x");

        assertThat(outcome.err()).contains("Error: No way to log in").contains("\tat ");
    }
}
