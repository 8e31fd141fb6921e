package io.cupel.app.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Setting<Integer> RATE = Setting.whole("some-rate", 5, 1, 100, "calls a second");
    private static final Setting<String> SECRET = Setting.text("secret", "", "a text");
    private static final List<Setting<?>> KNOWN = List.of(RATE, SECRET);

    @TempDir
    Path folder;

    @Test
    void whatNobodySetsIsTheStandard() {
        Settings settings = read(Map.of());
        assertThat(settings.get(RATE)).isEqualTo(5);
        assertThat(settings.isSet(RATE)).isFalse();
    }

    @Test
    void aFlagCountsBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        String file = file("some-rate: 1\nsecret: of the file\n");
        Map<String, String> environment = Map.of("CUPEL_SOME_RATE", "2", "CUPEL_CONFIG", file);
        assertThat(read(environment).get(RATE)).isEqualTo(2);
        assertThat(read(environment).get(SECRET)).isEqualTo("of the file");
        assertThat(read(environment, "--some-rate", "3").get(RATE)).isEqualTo(3);
        assertThat(read(environment, "--some-rate=4").get(RATE)).isEqualTo(4);
    }

    @Test
    void theFileMaySayCupelAround() throws IOException {
        assertThat(read(Map.of(), "--config", file("cupel:\n  some-rate: 9\n")).get(RATE))
                .isEqualTo(9);
        assertThat(read(Map.of(), "--config", file("cupel.some-rate: 9\n")).get(RATE))
                .isEqualTo(9);
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        assertThat(read(Map.of(), "--some-rate", "1").get(RATE)).isEqualTo(1);
        assertThat(read(Map.of(), "--some-rate", "100").get(RATE)).isEqualTo(100);
        assertThatThrownBy(() -> read(Map.of(), "--some-rate", "101"))
                .isInstanceOf(StartFault.class)
                .hasMessage("flag --some-rate: some-rate takes a whole number from 1 to 100 (calls a second)");
    }

    @Test
    void allFaultsAreToldAtOnceEachWithItsPlaceAndTheNearestName() throws IOException {
        String file = file("# ours\nsome-rat: 1\nsecret: [a, b]\n");
        assertThatThrownBy(() -> read(
                        Map.of("CUPEL_SOME_RATE", "many", "CUPEL_JAVA_OPTIONS", "-Xmx1g"),
                        "--config",
                        file,
                        "--colour=red",
                        "stray",
                        "--secret"))
                .hasMessage(String.join(
                        "\n",
                        "argument 4: settings are written --name value",
                        "flag --secret: a value is missing behind it",
                        file + ":3: secret takes one value, not a list or a group",
                        "environment CUPEL_SOME_RATE: some-rate takes a whole number from 1 to 100 (calls a second)",
                        file + ":2: there is no setting some-rat; did you mean some-rate?",
                        "flag --colour: there is no setting colour; docs/settings.md lists them"));
    }

    @Test
    void noFaultRepeatsAValue() throws IOException {
        String file = file("secret: 'hunter2\n");
        assertThatThrownBy(() -> read(Map.of("CUPEL_SOME_RATE", "hunter2"), "--config", file, "hunter2"))
                .hasMessageContaining(file + ": this is not YAML")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aFileNamesNoOther() throws IOException {
        assertThatThrownBy(() -> read(Map.of(), "--config", file("some-rate: 9\nconfig: other.yaml\n")))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining(".yaml:2: ")
                .hasMessageContaining("cannot name another");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> read(Map.of(), "--config", "nowhere.yaml"))
                .hasMessage("nowhere.yaml: the settings file cannot be read (NoSuchFileException)");
    }

    @Test
    void aDatabaseAddressMayCarryUserAndPassword() {
        DatabaseAddress address = DatabaseAddress.of("postgresql://ann:p%40ss+1@db.example:6543/cupel?sslmode=require");
        assertThat(address)
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.example:6543/cupel?sslmode=require", "ann", "p@ss+1"));
        assertThatThrownBy(() -> Settings.read(
                        List.of(GroundSettings.DATABASE_URL), List.of("--database-url", "mysql://x/y"), Map.of()))
                .hasMessageContaining("database-url takes jdbc:postgresql://");
    }

    @Test
    void anOldDatabaseIsRefused() {
        FirstContact.mustBeNewEnough(15);
        assertThatThrownBy(() -> FirstContact.mustBeNewEnough(14))
                .hasMessage("The database of database-url is PostgreSQL 14; Cupel needs 15 or later");
    }

    private static Settings read(Map<String, String> environment, String... arguments) {
        return Settings.read(KNOWN, List.of(arguments), environment);
    }

    private String file(String text) throws IOException {
        Path file = Files.createTempFile(folder, "settings", ".yaml");
        return Files.writeString(file, text).toString();
    }
}
