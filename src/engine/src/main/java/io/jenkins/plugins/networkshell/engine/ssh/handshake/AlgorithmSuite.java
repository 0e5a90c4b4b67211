package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.mac.Macs;
import io.jenkins.plugins.networkshell.engine.ssh.kex.EcdsaVerifier;
import io.jenkins.plugins.networkshell.engine.ssh.kex.KeyExchanges;
import io.jenkins.plugins.networkshell.engine.ssh.key.KeyNames;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.signature.Signature;
import net.schmizz.sshj.signature.SignatureRSA;
import net.schmizz.sshj.transport.cipher.Cipher;
import net.schmizz.sshj.transport.kex.KeyExchange;
import net.schmizz.sshj.transport.mac.MAC;

/**
 * The requested {@link Algorithms} as SSHJ's factories, without the ciphers and MACs that the running Java does not
 * support. Each is tried, because a provider may know a name and still fail.
 */
public record AlgorithmSuite(
        List<Factory.Named<KeyExchange>> keyExchanges,
        List<Factory.Named<KeyAlgorithm>> hostKeys,
        List<Factory.Named<Cipher>> ciphers,
        List<Factory.Named<MAC>> macs) {

    public static AlgorithmSuite of(Algorithms wanted) {
        return new AlgorithmSuite(
                named(wanted.keyExchanges(), KeyExchanges.all(acceptsShortGroups(wanted))),
                named(wanted.hostKeys(), allHostKeys()),
                named(wanted.ciphers(), Usable.CIPHERS),
                named(wanted.macs(), Usable.MACS));
    }

    /** A target that accepts group 1 accepts other groups of its size. */
    private static boolean acceptsShortGroups(Algorithms wanted) {
        return wanted.keyExchanges().contains("diffie-hellman-group1-sha1");
    }

    /** The algorithms that the running Java supports, tried once per process, at the first connection. */
    private static final class Usable {
        static final List<Factory.Named<Cipher>> CIPHERS = usable(allCiphers(), AlgorithmSuite::tryCipher);
        static final List<Factory.Named<MAC>> MACS = usable(allMacs(), AlgorithmSuite::tryMac);

        private Usable() {}
    }

    /** The algorithms that are actually offered. */
    public Algorithms names() {
        return new Algorithms(
                Factory.Named.Util.getNames(keyExchanges),
                Factory.Named.Util.getNames(hostKeys),
                Factory.Named.Util.getNames(ciphers),
                Factory.Named.Util.getNames(macs));
    }

    private static <T> List<Factory.Named<T>> named(List<String> names, List<Factory.Named<T>> all) {
        List<Factory.Named<T>> found = new ArrayList<>();
        for (String name : names) {
            all.stream()
                    .filter(factory -> factory.getName().equals(name))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    private static <T> List<Factory.Named<T>> usable(List<Factory.Named<T>> all, Consumer<Factory.Named<T>> probe) {
        return all.stream().filter(factory -> works(factory, probe)).toList();
    }

    private static <T> boolean works(Factory.Named<T> factory, Consumer<Factory.Named<T>> probe) {
        try {
            probe.accept(factory);
            return true;
        } catch (RuntimeException | LinkageError e) {
            return false; // the exception depends on the provider; the name is simply not offered
        }
    }

    private static void tryCipher(Factory.Named<Cipher> factory) {
        Cipher cipher = factory.create();
        cipher.init(Cipher.Mode.Encrypt, new byte[cipher.getBlockSize()], new byte[cipher.getIVSize()]);
    }

    private static void tryMac(Factory.Named<MAC> factory) {
        MAC mac = factory.create();
        mac.init(new byte[mac.getBlockSize()]);
    }

    static List<Factory.Named<KeyAlgorithm>> allHostKeys() {
        return List.of(
                KeyAlgorithms.EdDSA25519(),
                ecdsa("256", KeyType.ECDSA256),
                ecdsa("384", KeyType.ECDSA384),
                ecdsa("521", KeyType.ECDSA521),
                KeyAlgorithms.RSASHA512(),
                KeyAlgorithms.RSASHA256(),
                KeyAlgorithms.SSHRSA(),
                KeyAlgorithms.SSHDSA(),
                KeyAlgorithms.EdDSA25519CertV01(),
                ecdsa("256", KeyType.ECDSA256_CERT),
                ecdsa("384", KeyType.ECDSA384_CERT),
                ecdsa("521", KeyType.ECDSA521_CERT),
                certified(KeyNames.RSA_SHA512, new SignatureRSA.FactoryRSASHA512()),
                certified(KeyNames.RSA_SHA256, new SignatureRSA.FactoryRSASHA256()),
                KeyAlgorithms.SSHRSACertV01());
    }

    /** @param type of a key, or of a certificate around one: both are signed with in the same way */
    private static Factory.Named<KeyAlgorithm> ecdsa(String bits, KeyType type) {
        return new KeyAlgorithms.Factory(type.toString(), new EcdsaVerifier.Factory("ecdsa-sha2-nistp" + bits), type);
    }

    /** SSHJ supports RSA certificates only with SHA-1. */
    private static Factory.Named<KeyAlgorithm> certified(String name, Factory.Named<Signature> signature) {
        return new KeyAlgorithms.Factory(KeyNames.certificate(name), signature, KeyType.RSA_CERT);
    }

    private static List<Factory.Named<Cipher>> allCiphers() {
        return List.of(
                GcmCiphers.AES128GCM(),
                GcmCiphers.AES256GCM(),
                new ChaCha20Poly1305.Factory(),
                BlockCiphers.AES128CTR(),
                BlockCiphers.AES192CTR(),
                BlockCiphers.AES256CTR(),
                BlockCiphers.AES128CBC(),
                BlockCiphers.AES192CBC(),
                BlockCiphers.AES256CBC(),
                BlockCiphers.TripleDESCBC());
    }

    private static List<Factory.Named<MAC>> allMacs() {
        return List.of(
                Macs.HMACSHA2256Etm(),
                Macs.HMACSHA2512Etm(),
                Macs.HMACSHA2256(),
                Macs.HMACSHA2512(),
                Macs.HMACSHA1Etm(),
                Macs.HMACSHA1(),
                Macs.HMACSHA196(),
                Macs.HMACMD5(),
                Macs.HMACMD596());
    }
}
