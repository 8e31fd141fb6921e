package io.cupel.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each guard of the build catches the module that was planted for it: one offline Maven run over small modules under
 * the real parent pom, every one of which must fail for its own reason.
 */
class PlantedBuildsIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Plant CORE = Plant.depending("planted-core", Plant.LIBRARY, "The core knows the JDK");

    private static final List<Plant> PLANTS = List.of(
            CORE,
            Plant.depending("planted-border", Plant.FRAMEWORK, "A framework has no place"),
            Plant.code("planted-format", "format violations", "  private   Planted( ) { }"),
            Plant.code(
                    "planted-size",
                    "Method grow length is 43 lines (max allowed is 40)",
                    "    private Planted() {}\n",
                    "    static void grow() {",
                    String.join("\n", Collections.nCopies(41, "        grow();")),
                    "    }"),
            Plant.code(
                    "planted-bug",
                    "[StringCaseLocaleUsage]",
                    "    private Planted() {}\n",
                    "    static String lower(String name) {",
                    "        return name.toLowerCase();",
                    "    }"),
            Plant.code(
                    "planted-null",
                    "[NullAway]",
                    "    private Planted() {}\n",
                    "    static String nothing() {",
                    "        return null;",
                    "    }"),
            Plant.code(
                    "planted-locale",
                    "[DefaultLocale]",
                    "    private Planted() {}\n",
                    "    static String shown(long count) {",
                    "        return \"%,d\".formatted(count);",
                    "    }"),
            Plant.code(
                    "planted-lint",
                    "[rawtypes]",
                    "    private Planted() {}\n",
                    "    static int size(java.util.List raw) {",
                    "        return raw.size();",
                    "    }"),
            Plant.code(
                    "planted-comment",
                    "reference not found",
                    "    private Planted() {}\n",
                    "    /** Like {@link Nothing}. */",
                    "    static void refer() {}"));

    @TempDir
    static Path reactor;

    private static String output = "";

    @BeforeAll
    static void buildAllPlants() throws Exception {
        Path maven = Path.of(System.getProperty("cupel.maven.home", ""), "bin", "mvn");
        assumeTrue(Files.isExecutable(maven), "the build is not run by Maven: its guards are not tried");
        writeReactor();
        List<String> command = new ArrayList<>(List.of(maven.toString(), "-B", "-o", "-fae", "-Pguards"));
        command.add("-Dmaven.test.skip=true");
        command.add("-Dhouse.dir=" + ROOT.resolve("house"));
        command.add("-Dmaven.repo.local=" + System.getProperty("cupel.maven.repository"));
        command.add("compile");
        Path log = reactor.resolve("log");
        ProcessBuilder build = new ProcessBuilder(command).directory(reactor.toFile());
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));
        build.redirectErrorStream(true).redirectOutput(log.toFile());
        assertThat(build.start().waitFor()).as("the build of faults").isNotZero();
        output = Files.readString(log, UTF_8);
    }

    static Stream<Plant> plants() {
        return PLANTS.stream();
    }

    @ParameterizedTest
    @MethodSource("plants")
    void theGuardCatchesThePlant(Plant plant) {
        assertThat(failureOf(plant)).contains(plant.caught());
    }

    @Test
    void aModuleWithoutAFaultBuilds() {
        assertThat(output)
                .containsPattern(Plant.LIBRARY.name() + " \\.+ SUCCESS")
                .containsPattern(Plant.FRAMEWORK.name() + " \\.+ SUCCESS");
    }

    /** What the log says about one module: while it is built, and after the summary. */
    private static String failureOf(Plant plant) {
        assertThat(output).containsPattern(plant.name() + " \\.+ FAILURE");
        return between("Building " + plant.name() + " ", "] Building ")
                + between("on project " + plant.name() + ":", "on project ");
    }

    private static String between(String first, String end) {
        int from = output.indexOf(first);
        int to = output.indexOf(end, from + first.length());
        return output.substring(Math.max(from, 0), to < 0 ? output.length() : to);
    }

    /** The real parent pom, with the plants for modules. */
    private static void writeReactor() throws IOException {
        StringBuilder modules = new StringBuilder("<modules>\n");
        for (Plant plant : Stream.concat(Stream.of(Plant.LIBRARY, Plant.FRAMEWORK), PLANTS.stream())
                .toList()) {
            plant.write(reactor);
            modules.append("    <module>").append(plant.name()).append("</module>\n");
        }
        CORE.write(reactor, corePomWithADependency());
        String real = Files.readString(ROOT.resolve("pom.xml"));
        Files.writeString(
                reactor.resolve("pom.xml"), real.replaceFirst("(?s)<modules>.*?(?=  </modules>)", modules.toString()));
    }

    /** The core's own pom, under another name and with a framework in it. */
    private static String corePomWithADependency() throws IOException {
        return Files.readString(ROOT.resolve("cupel-core/pom.xml"))
                .replace("cupel-core</", "planted-core</")
                .replaceFirst("<dependencies>\n", "<dependencies>\n" + CORE.dependencyElement());
    }
}
