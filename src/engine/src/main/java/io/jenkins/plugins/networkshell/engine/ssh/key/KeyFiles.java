package io.jenkins.plugins.networkshell.engine.ssh.key;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.userauth.keyprovider.KeyFormat;
import net.schmizz.sshj.userauth.keyprovider.KeyProviderUtil;

/** Reads private keys and their certificates. Messages name the key, but never quote it. */
public final class KeyFiles {
    private static final String ALLOWED = "; allowed: a private key in OpenSSH, PEM, PKCS#8 or PuTTY format";

    /** The beginnings of public keys and certificates in OpenSSH's format, in that of RFC 4716, and in PEM. */
    private static final Pattern PUBLIC = Pattern.compile(
            "\\s*(?:(?:sk-)?(?:ssh|ecdsa)-[\\w@.-]+ AAAA|---- BEGIN SSH2 PUBLIC|-----BEGIN [A-Z ]*PUBLIC)");

    private static final List<String> TYPES = List.of(
            KeyNames.ED25519, "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", KeyNames.RSA);

    private KeyFiles() {}

    /** The certificate, if any, followed by the key alone. */
    public static List<Signer> load(Credential.PrivateKey credential, SignatureChoice choice) throws IOException {
        KeyPair pair = parse(credential.name(), text(credential), credential.passphrase());
        List<Signer> signers = new ArrayList<>();
        String certificate = certificate(credential);
        if (certificate != null) {
            byte[] blob = blob(credential.name(), certificate);
            if (!isFor(pair, blob)) {
                throw new IOException("the certificate for the key " + credential.name() + " belongs to another key");
            }
            signers.add(new KeySigner(credential.name() + " with certificate", pair, blob, choice));
        }
        signers.add(KeySigner.of(credential.name(), pair, choice));
        return signers;
    }

    /** The passphrase is wrong, or the key is damaged, which can't be distinguished. */
    public static final class WrongPassphraseException extends IOException {
        private static final long serialVersionUID = 1L;

        WrongPassphraseException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Whether the key is encrypted and no passphrase was given. */
    public static boolean lacksPassphrase(Credential.PrivateKey credential) {
        if (isGiven(credential.passphrase())) {
            return false;
        }
        try {
            String text = text(credential);
            return isEncrypted(format(credential.name(), text), text);
        } catch (IOException e) {
            return false; // the error is reported when the key is used
        }
    }

    /**
     * Checks the key and its certificate, as far as possible without decrypting.
     *
     * @return what is wrong with it and what is allowed, as part of a sentence; empty if it can be tried
     */
    public static Optional<String> flaw(Credential.PrivateKey credential) {
        try {
            String text = text(credential);
            if (isEncrypted(format(credential.name(), text), text)) {
                String certificate = certificate(credential);
                if (certificate != null) {
                    blob(credential.name(), certificate);
                }
            } else {
                load(credential, new SignatureChoice(false, List.of()));
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static String text(Credential.PrivateKey credential) throws IOException {
        return KeyText.tidied(
                credential.text() == null
                        ? read(Path.of(credential.name()))
                        : credential.text().reveal());
    }

    private static boolean isGiven(Secret passphrase) {
        return passphrase != null && !passphrase.isEmpty();
    }

    private static String read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("the key file " + file + " is a folder; allowed: a file with a private key");
        }
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new IOException("the key file " + file + " does not exist", e);
        } catch (IOException e) {
            throw new IOException("the key file " + file + " could not be read", e);
        }
    }

    private static String certificate(Credential.PrivateKey credential) throws IOException {
        if (credential.certificate() != null) {
            return credential.certificate();
        }
        Path beside = credential.text() == null ? Path.of(credential.name() + "-cert.pub") : null;
        return beside != null && Files.exists(beside) ? read(beside) : null;
    }

    private static byte[] blob(String name, String certificate) throws IOException {
        String[] fields = certificate.strip().split("\\s+");
        try {
            byte[] blob = Base64.getDecoder().decode(fields.length > 1 ? fields[1] : "");
            if (KeyNames.isCertificate(HostKey.of(blob).type())) {
                return blob;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the common message
        }
        throw new IOException("the certificate for the key " + name + " is not an OpenSSH user certificate;"
                + " allowed: the file that ssh-keygen -s makes, which ends in -cert.pub");
    }

    /** In a certificate, the key's fields follow its type and a nonce; see OpenSSH's PROTOCOL.certkeys. */
    private static boolean isFor(KeyPair pair, byte[] certificate) throws IOException {
        Buffer.PlainBuffer key = new Buffer.PlainBuffer().putPublicKey(pair.getPublic());
        Buffer.PlainBuffer certified = new Buffer.PlainBuffer(certificate);
        key.readString();
        certified.readString();
        certified.readBytes();
        byte[] fields = key.getCompactData();
        byte[] others = certified.getCompactData();
        return others.length > fields.length && Arrays.equals(fields, 0, fields.length, others, 0, fields.length);
    }

    private static KeyFormat format(String name, String text) throws IOException {
        if (text.isBlank()) {
            throw new IOException("the key " + name + " is empty" + ALLOWED);
        }
        if (PUBLIC.matcher(text).lookingAt()) {
            throw new IOException("the key " + name
                    + " is a public one; allowed: the private key, which usually has the same name without .pub");
        }
        KeyFormat format = KeyProviderUtil.detectKeyFileFormat(text, false);
        return switch (format) {
            case OpenSSHv1 -> {
                refuseOtherTypes(
                        name,
                        OpenSshKeyFile.parse(text).map(OpenSshKeyFile::type).orElse(""));
                yield format;
            }
            case PKCS8, OpenSSH, PuTTY -> format;
            default -> throw new IOException("the key " + name + " has no format that is known here" + ALLOWED);
        };
    }

    private static void refuseOtherTypes(String name, String type) throws IOException {
        if (type.startsWith("sk-")) {
            throw new IOException("the key " + name + " is one of a security token (" + type
                    + "), which only an agent can use; allowed: ssh-add, and the agent");
        }
        if (!type.isEmpty() && !TYPES.contains(type)) {
            throw new IOException(
                    "the key " + name + " has the type " + type + "; allowed: " + String.join(", ", TYPES));
        }
    }

    private static KeyPair parse(String name, String text, Secret passphrase) throws IOException {
        KeyFormat format = format(name, text);
        boolean encrypted = isEncrypted(format, text);
        if (encrypted && !isGiven(passphrase)) {
            throw new IOException("the key " + name + " is encrypted and no passphrase was given");
        }
        Secret usedPassphrase = encrypted ? passphrase : null;
        try {
            return switch (format) {
                case OpenSSHv1 ->
                    OpenSshKeyFile.parse(text)
                            .orElseThrow(() -> new IOException("damaged"))
                            .read(usedPassphrase);
                case PuTTY -> PuttyKeyFile.parse(text).read(usedPassphrase);
                default -> PemKeys.read(text, usedPassphrase);
            };
        } catch (UnknownEncryptionException e) {
            throw new IOException(
                    "the key " + name
                            + " is encrypted in a way that is not known here; convert it to a usual one with openssl"
                            + " pkcs8 -topk8, or to OpenSSH's format with ssh-keygen -p",
                    e);
        } catch (UndecryptableKeyException e) {
            throw new WrongPassphraseException("the passphrase for the key " + name + " is wrong", e);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (encrypted) {
                throw new WrongPassphraseException(
                        "the passphrase for the key " + name + " is wrong, or the key is damaged", e);
            }
            throw new IOException("the key " + name + " could not be read: it is damaged or of an unknown type", e);
        }
    }

    private static boolean isEncrypted(KeyFormat format, String text) {
        return switch (format) {
            case PuTTY -> text.lines().anyMatch(line -> line.startsWith("Encryption:") && !line.endsWith(" none"));
            case OpenSSHv1 ->
                OpenSshKeyFile.parse(text).map(OpenSshKeyFile::isEncrypted).orElse(false);
            default -> text.contains("ENCRYPTED");
        };
    }
}
