package io.jenkins.plugins.networkshell.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** {@link Fleet} as a jar that our launcher starts as it starts its own: with its options, and its class data archive. */
final class FleetJar {
    private FleetJar() {}

    static Path write(Path file) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Fleet.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH, engineFrom(file.toAbsolutePath().getParent()));
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Class<?> type : List.of(Fleet.class, Sessions.class, Device.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new ZipEntry(name));
                try (InputStream bytes = type.getResourceAsStream("/" + name)) {
                    bytes.transferTo(jar);
                }
            }
        }
        return file;
    }

    /** The path to the jar of the command line, which has the engine in it. Archives of classes only follow relative ones. */
    private static String engineFrom(Path folder) throws IOException {
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
