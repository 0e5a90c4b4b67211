package io.jenkins.plugins.networkshell.config;

import hudson.Util;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The names of {@link Policy} in forms, pipelines and configuration as code, the same as on the command line. */
public final class HostKeyPolicies {
    private HostKeyPolicies() {}

    /** For instance {@code accept-new}. */
    public static String name(Policy policy) {
        return policy.word();
    }

    /**
     * @param name as returned by {@link #name}
     * @throws IllegalArgumentException names what is allowed
     */
    public static Policy parse(String name) {
        for (Policy policy : Policy.values()) {
            if (name(policy).equals(Util.fixNull(name).strip())) {
                return policy;
            }
        }
        throw new IllegalArgumentException(Messages.HostKeyPolicies_Unknown(name, names(policy -> true)));
    }

    /** The names of some policies, for the end of a sentence. */
    public static String names(Predicate<Policy> which) {
        return Arrays.stream(Policy.values())
                .filter(which)
                .map(HostKeyPolicies::name)
                .collect(Collectors.joining(", "));
    }

    /** Some policies, for a drop-down. */
    public static ListBoxModel items(Predicate<Policy> which) {
        ListBoxModel items = new ListBoxModel();
        for (Policy policy : Policy.values()) {
            if (which.test(policy)) {
                items.add(label(policy), name(policy));
            }
        }
        return items;
    }

    private static String label(Policy policy) {
        return switch (policy) {
            case STRICT -> Messages.HostKeyPolicies_Strict();
            case ACCEPT_NEW -> Messages.HostKeyPolicies_AcceptNew();
            case WARN -> Messages.HostKeyPolicies_Warn();
            case ACCEPT_ANY -> Messages.HostKeyPolicies_AcceptAny();
        };
    }
}
