package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The jump hosts, from the options or from ssh_config; the same options apply to all.
 *
 * @param settings applies the options to a host as ssh_config describes it
 * @param password for jump hosts, or null
 */
record JumpHosts(
        Function<Target, Target.Builder> settings, LoginOptions login, Secret password, Environment environment) {

    List<Target> settled(List<Target> hops) {
        return hops.stream().map(this::settled).toList();
    }

    private Target settled(Target hop) {
        if (hop.username().isEmpty()) {
            throw new BadInputException("The jump host " + hop.address()
                    + " that ssh_config names has no user; allowed: User for it, or user@host in ProxyJump.");
        }
        List<Target> before = settled(hop.jumps()); // passwords are requested in the order of the route
        return settings.apply(hop).jumps(before).credentials(credentials(hop)).build();
    }

    private List<Credential> credentials(Target hop) {
        List<Credential> credentials = new ArrayList<>(login.withoutPassword(environment));
        credentials.addAll(hop.credentials());
        if (password != null) {
            credentials.add(new Credential.Password(password));
        }
        if (credentials.isEmpty()) {
            String who = hop.username() + "@" + hop.host();
            Secret asked = environment
                    .passwordPrompt()
                    .ask("Password of " + who)
                    .orElseThrow(() -> new BadInputException("No way to log in on the jump host " + who
                            + " was given; allowed: --jump-password-env, --key, --agent, --look-for-keys."));
            credentials.add(new Credential.Password(asked));
        }
        return credentials;
    }
}
