package io.cupel.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A module with one fault in it, built under the real parent pom.
 *
 * @param group the module's group
 * @param name the module's name
 * @param source the only class, {@code io.cupel.planted.Planted}
 * @param dependency another plant that it depends on, or null
 * @param caught what the build must say about it
 */
record Plant(
        String group, String name, String source, @Nullable Plant dependency, String caught) {
    private static final String GROUP = "io.cupel.planted";

    /** Stands for any library. Nothing is wrong with it. */
    static final Plant LIBRARY = new Plant(GROUP, "planted-library", clean(), null, "");

    /** Stands for a framework. Nothing is wrong with it, but no module may use it. */
    static final Plant FRAMEWORK = new Plant("org.springframework", "planted-framework", clean(), null, "");

    static Plant code(String name, String caught, String... members) {
        return new Plant(GROUP, name, type(members), null, caught);
    }

    static Plant depending(String name, Plant on, String caught) {
        return new Plant(GROUP, name, clean(), on, caught);
    }

    private static String clean() {
        return type("    private Planted() {}");
    }

    private static String type(String... members) {
        String body = Arrays.stream(members).collect(Collectors.joining("\n"));
        return """
                package io.cupel.planted;

                import org.jspecify.annotations.NullMarked;

                /** Planted. */
                @NullMarked
                public final class Planted {
                %s
                }
                """.formatted(body);
    }

    /** Writes the module below the given reactor. */
    void write(Path reactor) throws IOException {
        write(reactor, pom());
    }

    /** Writes the module with a pom of its own. */
    void write(Path reactor, String pom) throws IOException {
        Path folder = reactor.resolve(name).resolve("src/main/java/io/cupel/planted");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("Planted.java"), source);
        Files.writeString(reactor.resolve(name).resolve("pom.xml"), pom);
    }

    String dependencyElement() {
        if (dependency == null) {
            return "";
        }
        return """
                    <dependency>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      <version>0.1.0-SNAPSHOT</version>
                    </dependency>
                """.formatted(dependency.group, dependency.name);
    }

    private String pom() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>io.cupel</groupId>
                    <artifactId>cupel</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                  </parent>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <dependencies>
                    <dependency>
                      <groupId>org.jspecify</groupId>
                      <artifactId>jspecify</artifactId>
                    </dependency>
                %s  </dependencies>
                </project>
                """.formatted(group, name, dependencyElement());
    }
}
