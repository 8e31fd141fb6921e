package io.cupel.app.judging;

import static io.cupel.app.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.ServerProcess;
import io.cupel.app.people.Role;
import io.cupel.contract.ContractFile;
import io.cupel.core.contract.Contract;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Puts versions of the contract in force that change the one of the first start here and there. */
final class Activation {
    private final Api ola;
    private final Api maya;
    private final Api sam;

    Activation(AppUnderTest app) {
        ola = Api.of(app, "Ola", Role.ADMIN);
        maya = Api.of(app, "Maya", Role.MARKETER);
        sam = Api.of(app, "Sam", Role.MANAGER);
    }

    /** The contract of the first start, with replacements. */
    static String starter(String... replacements) throws IOException {
        String text = Files.readString(Path.of("..", "examples", "contracts", "b2b-workshop.yaml"));
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return text;
    }

    /** Signed by both sides; gives its number. */
    int signed(String text) {
        JsonNode draft = json(maya.send("POST", "/api/contracts/drafts", text, "Content-Type", "application/yaml"));
        JsonNode version = json(ola.post(
                "/api/contracts/drafts/" + draft.path("id") + "/propose",
                "",
                "If-Match",
                "\"" + draft.path("revision") + "\""));
        sign(maya, version, "marketing");
        sign(sam, version, "sales");
        return version.path("number").asInt();
    }

    private static void sign(Api who, JsonNode version, String side) {
        HttpResponse<String> signed = who.post(
                "/api/contracts/" + version.path("number") + "/sign",
                "{\"side\": \"" + side + "\", \"hash\": \""
                        + version.path("hash").asString() + "\"}");
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(200);
    }

    /** From now on, in the database of a server that runs: nobody proposed or signed it. */
    static void inForce(ServerProcess server, int version, String text) throws IOException {
        Contract contract = Objects.requireNonNull(
                ContractFile.of("contract.yaml", text).check().contract());
        try (Connection database = server.connect();
                PreparedStatement insert = database.prepareStatement("""
                        insert into contracts.version (number, name, hash, text, proposed_at, active_from, activation)
                        values (?, ?, ?, ?, now(), now(), nextval('contracts.activation'))
                        """)) {
            insert.setInt(1, version);
            insert.setString(2, contract.name());
            insert.setString(3, contract.hash());
            insert.setString(4, text);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** From now on. */
    int inForce(String text) {
        int version = signed(text);
        HttpResponse<String> active = ola.post("/api/contracts/" + version + "/activate", "{}");
        assertThat(active.statusCode()).as(active.body()).isEqualTo(200);
        return version;
    }
}
