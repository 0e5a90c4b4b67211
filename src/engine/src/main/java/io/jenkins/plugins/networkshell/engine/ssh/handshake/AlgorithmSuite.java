package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.mac.Macs;
import io.jenkins.plugins.networkshell.engine.ssh.key.KeyNames;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.signature.Signature;
import net.schmizz.sshj.signature.SignatureRSA;
import net.schmizz.sshj.transport.cipher.Cipher;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA1;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.kex.KeyExchange;
import net.schmizz.sshj.transport.mac.MAC;

/**
 * The wanted {@link Algorithms} as SSHJ's factories, without those that the running Java cannot do: each is tried once,
 * really, since a provider may know a name and still refuse to work.
 */
public record AlgorithmSuite(
        List<Factory.Named<KeyExchange>> keyExchanges,
        List<Factory.Named<KeyAlgorithm>> hostKeys,
        List<Factory.Named<Cipher>> ciphers,
        List<Factory.Named<MAC>> macs) {

    public static AlgorithmSuite of(Algorithms wanted) {
        return new AlgorithmSuite(
                pick(wanted.keyExchanges(), SafeGroupExchange.in(allKeyExchanges(), wanted), Factory::create),
                pick(wanted.hostKeys(), allHostKeys(), AlgorithmSuite::tryHostKey),
                pick(wanted.ciphers(), allCiphers(), AlgorithmSuite::tryCipher),
                pick(wanted.macs(), allMacs(), AlgorithmSuite::tryMac));
    }

    /** All that could be wanted; those for certificates are added where they are. */
    public static Algorithms known() {
        Algorithms all = new AlgorithmSuite(allKeyExchanges(), allHostKeys(), allCiphers(), allMacs()).names();
        return all.withHostKeys(all.hostKeys().stream()
                .filter(name -> !KeyNames.isCertificate(name))
                .toList());
    }

    /** What is really offered. */
    public Algorithms names() {
        return new Algorithms(
                Factory.Named.Util.getNames(keyExchanges),
                Factory.Named.Util.getNames(hostKeys),
                Factory.Named.Util.getNames(ciphers),
                Factory.Named.Util.getNames(macs));
    }

    private interface Probe<T> {
        void run(Factory.Named<T> factory) throws GeneralSecurityException;
    }

    private static <T> List<Factory.Named<T>> pick(List<String> names, List<Factory.Named<T>> all, Probe<T> probe) {
        List<Factory.Named<T>> usable = new ArrayList<>();
        for (String name : names) {
            all.stream()
                    .filter(factory -> factory.getName().equals(name) && works(factory, probe))
                    .findFirst()
                    .ifPresent(usable::add);
        }
        return usable;
    }

    private static <T> boolean works(Factory.Named<T> factory, Probe<T> probe) {
        try {
            probe.run(factory);
            return true;
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            return false; // what it is missing differs from provider to provider; the name is simply not offered
        }
    }

    private static void tryHostKey(Factory.Named<KeyAlgorithm> factory) throws GeneralSecurityException {
        factory.create().newSignature();
        if (factory.getName().startsWith("ecdsa-")) {
            // SSHJ reads these keys with a factory of this name, which Java itself does not have.
            SecurityUtils.getKeyFactory("ECDSA");
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

    private static List<Factory.Named<KeyExchange>> allKeyExchanges() {
        return List.of(
                new Curve25519SHA256.Factory(),
                new Curve25519SHA256.FactoryLibSsh(),
                new ECDHNistP.Factory256(),
                new ECDHNistP.Factory384(),
                new ECDHNistP.Factory521(),
                new DHGexSHA256.Factory(),
                DHGroups.Group14SHA256(),
                DHGroups.Group15SHA512(),
                DHGroups.Group16SHA512(),
                DHGroups.Group17SHA512(),
                DHGroups.Group18SHA512(),
                new DHGexSHA1.Factory(),
                DHGroups.Group14SHA1(),
                DHGroups.Group1SHA1());
    }

    private static List<Factory.Named<KeyAlgorithm>> allHostKeys() {
        return List.of(
                KeyAlgorithms.EdDSA25519(),
                KeyAlgorithms.ECDSASHANistp256(),
                KeyAlgorithms.ECDSASHANistp384(),
                KeyAlgorithms.ECDSASHANistp521(),
                KeyAlgorithms.RSASHA512(),
                KeyAlgorithms.RSASHA256(),
                KeyAlgorithms.SSHRSA(),
                KeyAlgorithms.SSHDSA(),
                KeyAlgorithms.EdDSA25519CertV01(),
                KeyAlgorithms.ECDSASHANistp256CertV01(),
                KeyAlgorithms.ECDSASHANistp384CertV01(),
                KeyAlgorithms.ECDSASHANistp521CertV01(),
                certified(KeyNames.RSA_SHA512, new SignatureRSA.FactoryRSASHA512()),
                certified(KeyNames.RSA_SHA256, new SignatureRSA.FactoryRSASHA256()),
                KeyAlgorithms.SSHRSACertV01());
    }

    /** SSHJ has RSA certificates only with SHA-1. */
    private static Factory.Named<KeyAlgorithm> certified(String name, Factory.Named<Signature> signature) {
        return new KeyAlgorithms.Factory(KeyNames.certificate(name), signature, KeyType.RSA_CERT);
    }

    private static List<Factory.Named<Cipher>> allCiphers() {
        return List.of(
                GcmCiphers.AES128GCM(),
                GcmCiphers.AES256GCM(),
                ChachaPolyCiphers.CHACHA_POLY_OPENSSH(),
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
