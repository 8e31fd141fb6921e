package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkCrewTest {
    @Test
    void tooLittleMemoryInAHelpingThreadIsToldAsThat(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("events.jsonl"), "{}\n");
        try (ChunkCrew crew = new ChunkCrew(Files::newInputStream)) {
            ChunkCrew.Reader reader = chunk -> {
                throw new OutOfMemoryError("Java heap space");
            };
            ChunkCrew.Work work = crew.work(() -> reader, (result, linesBefore) -> {});
            assertThatThrownBy(() -> work.read(file, 0)).isInstanceOf(OutOfMemoryError.class);
        }
    }
}
