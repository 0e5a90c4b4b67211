package io.jenkins.plugins.networkshell.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A program of the benchmarks as a jar that our launcher starts as it starts its own: with its options, and its class data archive. */
final class ProgramJar {
    private ProgramJar() {}

    /** @param program has the main method, and only needs these others of the benchmarks */
    static Path write(Path file, Class<?> program, Class<?>... others) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, program.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                commandLineFrom(file.toAbsolutePath().getParent()));
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Class<?> type :
                    Stream.concat(Stream.of(program), Stream.of(others)).toList()) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new ZipEntry(name));
                try (InputStream bytes = type.getResourceAsStream("/" + name)) {
                    bytes.transferTo(jar);
                }
            }
        }
        return file;
    }

    /** The path to our jar. Archives of classes only follow relative ones. */
    private static String commandLineFrom(Path folder) throws IOException {
        try {
            Path jar = Path.of(io.jenkins.plugins.networkshell.cli.Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return folder.relativize(jar).toString();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
