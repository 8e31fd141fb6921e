package io.cupel.bench;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A loop written by hand for workload W1 alone, in double precision: the anchor that the engine is timed beside. It
 * stands outside of the project, in {@code ../shared/anchors}, and is compiled when the benchmark runs; where it is
 * missing, the benchmark runs alone.
 */
final class Anchor {
    private final Object workload;
    private final Object out;
    private final MethodHandle fast;
    private final MethodHandle plain;
    private final int leads;

    private Anchor(ClassLoader loader, int leads, int events) throws ReflectiveOperationException {
        this.leads = leads;
        Class<?> workloads = loader.loadClass("W");
        Class<?> loops = loader.loadClass("Loop");
        Class<?> outs = loader.loadClass("Loop$Out");
        this.workload = made(workloads.getDeclaredConstructor(int.class, int.class), leads, events);
        this.out = made(outs.getDeclaredConstructor(int.class), leads);
        this.fast = loop(loops.getDeclaredMethod("v5", workloads, int.class, int.class, outs, long[].class));
        this.plain = loop(loops.getDeclaredMethod("v0", workloads, int.class, int.class, outs, long[].class));
    }

    private static Object made(Constructor<?> constructor, Object... arguments) throws ReflectiveOperationException {
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private static MethodHandle loop(Method method) throws ReflectiveOperationException {
        method.setAccessible(true);
        return MethodHandles.lookup().unreflect(method);
    }

    /** The anchor over its own data of that size; empty where it is not there. */
    static Optional<Anchor> find(Path root, int leads, int events) throws IOException, ReflectiveOperationException {
        Path sources = root.resolve("../shared/anchors/java").normalize();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null || !Files.isReadable(sources.resolve("Loop.java"))) {
            return Optional.empty();
        }
        Path classes = Files.createTempDirectory("cupel-anchor");
        try {
            int failed = compiler.run(
                    null,
                    null,
                    null,
                    "-nowarn",
                    "-d",
                    classes.toString(),
                    sources.resolve("W.java").toString(),
                    sources.resolve("Loop.java").toString());
            if (failed != 0) {
                return Optional.empty();
            }
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
                loadAll(loader, classes);
                return Optional.of(new Anchor(loader, leads, events));
            }
        } finally {
            delete(classes);
        }
    }

    /** Loads every class while its file is still there. */
    private static void loadAll(ClassLoader loader, Path classes) throws IOException, ReflectiveOperationException {
        try (var files = Files.list(classes)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                Class.forName(name.substring(0, name.length() - ".class".length()), false, loader);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Runs the fastest of its loops over all leads. */
    void runFast() {
        run(fast);
    }

    /** Runs the plainest of its loops: every event fades every rule by {@code Math.exp}. */
    void runPlain() {
        run(plain);
    }

    private void run(MethodHandle loop) {
        try {
            loop.invoke(workload, 0, leads, out, new long[13]);
        } catch (Throwable e) { // what a method handle may throw is not known to the compiler
            throw new IllegalStateException("the anchor failed", e);
        }
    }

    /** What the last run came to. */
    Findings findings() {
        return new Findings((double[]) read(out, "score"), (int[]) read(out, "cross"));
    }

    /** One of the columns of its data. */
    Object column(String name) {
        return read(workload, name);
    }

    private static Object read(Object from, String name) {
        try {
            Field field = from.getClass().getDeclaredField(name);
            field.setAccessible(true);
            @Nullable Object value = field.get(from);
            if (value == null) {
                throw new IllegalStateException("the anchor has nothing in " + name);
            }
            return value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the anchor has no " + name, e);
        }
    }
}
