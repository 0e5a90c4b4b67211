package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.transport.digest.Digest;
import net.schmizz.sshj.transport.digest.SHA1;
import net.schmizz.sshj.transport.digest.SHA256;
import net.schmizz.sshj.transport.digest.SHA384;
import net.schmizz.sshj.transport.digest.SHA512;
import net.schmizz.sshj.transport.kex.DHGroupData;
import net.schmizz.sshj.transport.kex.KeyExchange;

/** All key exchanges, by name. */
public final class KeyExchanges {
    private KeyExchanges() {}

    /** @param shortGroups whether the server may choose a group below 2048 bits */
    public static List<Factory.Named<KeyExchange>> all(boolean shortGroups) {
        Function<Factory<Digest>, Supplier<KeyExchange>> chosenGroup = digest -> () ->
                new GroupExchange(shortGroups ? GroupExchange.LEGACY_BITS : GroupExchange.SAFE_BITS, digest.create());
        Factory<Digest> sha1 = new SHA1.Factory();
        Factory<Digest> sha256 = new SHA256.Factory();
        Factory<Digest> sha512 = new SHA512.Factory();
        return List.of(
                direct("mlkem768x25519-sha256", MlKemAgreement::new, sha256),
                direct("curve25519-sha256", X25519Agreement::new, sha256),
                direct("curve25519-sha256@libssh.org", X25519Agreement::new, sha256),
                direct("sntrup761x25519-sha512", NtruPrimeAgreement::new, sha512),
                direct("sntrup761x25519-sha512@openssh.com", NtruPrimeAgreement::new, sha512),
                direct("ecdh-sha2-nistp256", () -> new NistAgreement("secp256r1"), sha256),
                direct("ecdh-sha2-nistp384", () -> new NistAgreement("secp384r1"), new SHA384.Factory()),
                direct("ecdh-sha2-nistp521", () -> new NistAgreement("secp521r1"), sha512),
                new NamedExchange("diffie-hellman-group-exchange-sha256", chosenGroup.apply(sha256)),
                group("diffie-hellman-group14-sha256", DHGroupData.P14, sha256),
                group("diffie-hellman-group15-sha512", DHGroupData.P15, sha512),
                group("diffie-hellman-group16-sha512", DHGroupData.P16, sha512),
                group("diffie-hellman-group17-sha512", DHGroupData.P17, sha512),
                group("diffie-hellman-group18-sha512", DHGroupData.P18, sha512),
                new NamedExchange("diffie-hellman-group-exchange-sha1", chosenGroup.apply(sha1)),
                group("diffie-hellman-group14-sha1", DHGroupData.P14, sha1),
                group("diffie-hellman-group1-sha1", DHGroupData.P1, sha1));
    }

    private static Factory.Named<KeyExchange> group(String name, BigInteger prime, Factory<Digest> digest) {
        return direct(name, () -> new GroupAgreement(prime, DHGroupData.G), digest);
    }

    private static Factory.Named<KeyExchange> direct(
            String name, DirectExchange.AgreementFactory agreements, Factory<Digest> digest) {
        return new NamedExchange(name, () -> new DirectExchange(agreements, digest.create()));
    }

    private record NamedExchange(String getName, Supplier<KeyExchange> exchanges)
            implements Factory.Named<KeyExchange> {
        @Override
        public KeyExchange create() {
            return exchanges.get();
        }

        @Override
        public String toString() {
            return getName;
        }
    }
}
