package io.cupel.cli;

import io.cupel.contract.CheckResult;
import io.cupel.contract.ContractFile;
import io.cupel.contract.Finding;
import io.cupel.core.contract.Contract;
import io.cupel.files.LeadFiles;
import io.cupel.files.Population;
import io.cupel.files.columns.MapFault;
import io.cupel.files.text.FileFault;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a command has read: the contract, the leads and their events, and the instant to judge at.
 *
 * @param asOf in milliseconds since 1970 UTC
 */
record Reading(Contract contract, Population population, long asOf) {
    private static final String IN_LOG_ORDER =
            "Judged by log positions: each call when the server received it, with the" + " scores as then known.";

    /** Reads the files; bad rows go to {@code rejects}, faults of the contract end the command. */
    static Reading of(Inputs inputs, Shell shell, Rejects rejects) {
        inputs.expectSome();
        Contract contract = contract(inputs.contract(), shell, "nobody was judged by it");
        Long asked = inputs.asOf(contract);
        long now = shell.clock().millis();
        Stream.of(inputs.leads(), inputs.events(), inputs.touches(), inputs.outcomes(), inputs.maps())
                .flatMap(List::stream)
                .forEach(Reading::expectRegular);
        LeadFiles.Input input = new LeadFiles.Input(
                inputs.leads(), inputs.events(), inputs.touches(), inputs.outcomes(), inputs.manner(now));
        try (Progress progress = Progress.bytes(shell, "Reading")) {
            Population population = LeadFiles.read(contract, input, inputs.order(asked), rejects.listener(progress));
            Long newest = population.newest();
            return new Reading(contract, population, asked != null ? asked : newest != null ? newest : now);
        } catch (MapFault fault) {
            throw stop(fault, shell, "nobody was judged");
        } catch (FileFault fault) {
            rejects.keep();
            throw Stop.input(String.valueOf(fault.getMessage()));
        } catch (FileSystemException e) {
            throw Stop.file("cannot read " + e.getFile() + ": " + Destination.reason(e));
        } catch (IOException e) {
            throw Stop.file("cannot read the leads or events: " + Destination.reason(e));
        }
    }

    /** Says by what order decisions were made, where it is another than that of the events. */
    void sayOrder(Shell shell) {
        if (population.isInLogOrder()) {
            Table.wrapped(IN_LOG_ORDER, shell.errWidth()).forEach(shell::say);
        }
    }

    /** Says the faults of a mapping; the command ends with what follows from that. */
    static Stop stop(MapFault fault, Shell shell, String consequence) {
        fault.faults().stream().map(Table::plain).forEach(shell::say);
        return Stop.input(
                "the mapping has " + Words.count(fault.faults().size(), "fault", "faults") + ", so " + consequence);
    }

    /** A file that is not there or cannot be read is another matter than one with faults in it. */
    private static void expect(Path file) {
        if (!Files.exists(file)) {
            throw Stop.file("cannot read " + file + ": there is no such file or folder");
        }
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            String reason = Files.isDirectory(file) ? "it is a folder" : "permission denied";
            throw Stop.file("cannot read " + file + ": " + reason);
        }
    }

    /** Where order matters, a second reading settles it; what comes through a pipe is gone by then. */
    static void expectRegular(Path file) {
        if (Files.isDirectory(file)) {
            throw Stop.file("cannot read " + file + ": it is a folder; name the files in it");
        }
        expect(file);
        if (!Files.isRegularFile(file)) {
            throw Stop.file("cannot read " + file + ": it is a pipe or a device, and Cupel may read a file twice;"
                    + " write it to a file first (a .gz file is read as it is)");
        }
    }

    /** The contract of a file; one with faults ends the command, with what follows from that. */
    static Contract contract(Path file, Shell shell, String consequence) {
        expect(file);
        CheckResult result = ContractFile.read(file).check();
        if (result.contract() == null) {
            result.findings().stream().map(Finding::rendered).forEach(shell::say);
            throw Stop.input(
                    file + " has " + Words.count(result.faults().size(), "fault", "faults") + ", so " + consequence);
        }
        if (!result.warnings().isEmpty()) {
            shell.say(
                    file + ": " + Words.count(result.warnings().size(), "warning", "warnings") + "; cupel check tells");
        }
        return Objects.requireNonNull(result.contract());
    }
}
