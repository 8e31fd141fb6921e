package io.cupel.app.contracts;

import io.cupel.app.contracts.Act.Step;
import io.cupel.app.ground.Settings;
import io.cupel.app.ground.StartFault;
import io.cupel.contract.CheckResult;
import io.cupel.contract.ContractFile;
import io.cupel.contract.Finding;
import io.cupel.core.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Puts a contract in force at the first start, so that events are judged from the first one on: the file of the setting
 * {@code contract}, else the starter. Nobody signed it yet, and it says so wherever it is shown.
 */
@Component
final class FirstContract implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(FirstContract.class);

    /** examples/contracts/b2b-workshop.yaml, put into the jar by the build. */
    private static final String STARTER = "/starter/b2b-workshop.yaml";

    private final VersionTable versions;
    private final ActTable acts;
    private final DeskTable desk;
    private final Shell shell;
    private final String file;

    FirstContract(VersionTable versions, ActTable acts, DeskTable desk, Shell shell, Settings settings) {
        this.versions = versions;
        this.acts = acts;
        this.desk = desk;
        this.shell = shell;
        this.file = settings.get(ContractSettings.CONTRACT);
    }

    @Override
    public void afterPropertiesSet() {
        shell.step(now -> {
            if (versions.schedule().turns().isEmpty()) {
                start(now);
            } else if (!file.isEmpty()) {
                LOG.warn("a contract is in force already: the setting contract is read at the first start alone");
            }
        });
    }

    private void start(Instant now) {
        String text = file.isEmpty() ? starter() : own();
        Contract contract = Checked.check(text).orThrow();
        int number = desk.nextVersion();
        versions.insert(number, contract.name(), contract.hash(), text, null, now);
        versions.activate(number, now);
        String what = file.isEmpty() ? "the starter contract" : "the file of the setting contract";
        acts.insert(new Act(0, now, null, Step.STARTED_WITH, number, null, what));
    }

    private String own() {
        Path path = Path.of(file);
        CheckResult result = ContractFile.read(path).check();
        if (!result.faults().isEmpty()) {
            throw new StartFault(result.faults().stream().map(Finding::rendered).collect(Collectors.joining("\n")));
        }
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String starter() {
        try (InputStream in = FirstContract.class.getResourceAsStream(STARTER)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + STARTER);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
