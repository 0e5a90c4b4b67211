package io.jenkins.plugins.networkshell.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Run by the build: brings classes in our jar that were compiled for Java 5 to the format of Java 8. Java's archives of classes
 * leave out what has no frames for its verifier (before JDK 18 all older than Java 6, JDK-8265604), so each start
 * read and verified all of picocli anew, a tenth of a start's processor time.
 */
public final class OldClassFiles {
    /** Where a class file has its version (The Java Virtual Machine Specification, section 4.1). */
    private static final int VERSION_AT = 6;

    private OldClassFiles() {}

    /** @param arguments the jar, which is changed */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        URL[] classes = {jar.toUri().toURL()};
        try (FileSystem entries = FileSystems.newFileSystem(jar);
                URLClassLoader loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            for (Path file : classFiles(entries.getPath("/"))) {
                byte[] before = Files.readAllBytes(file);
                if (isOld(before)) {
                    Files.write(file, rewritten(before, loader));
                }
            }
        }
    }

    private static List<Path> classFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static boolean isOld(byte[] classFile) {
        return ByteBuffer.wrap(classFile).getShort(VERSION_AT) < Opcodes.V1_6;
    }

    private static byte[] rewritten(byte[] before, ClassLoader loader) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return loader;
            }
        };
        new ClassReader(before).accept(new ForJava8(writer), 0);
        return writer.toByteArray();
    }

    private static final class ForJava8 extends ClassVisitor {
        ForJava8(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            super.visit(Opcodes.V1_8, access, name, signature, parent, interfaces);
        }

        /** Without the subroutines that compilers made of {@code finally}, which newer formats do not allow. */
        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new JSRInlinerAdapter(next, access, name, descriptor, signature, exceptions);
        }
    }
}
