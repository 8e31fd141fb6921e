package io.cupel.cli;

import io.cupel.files.ImportFiles;
import io.cupel.files.JsonAnswer;
import io.cupel.files.Rejected;
import io.cupel.files.answers.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Brings the calls of files to a server, request by request, and passes over those that it had before. */
final class ImportRun {
    /** Of one request. */
    private static final int CALLS_MAX = 1_000;
    /** Less than the 500 KB of a request, for its frame. */
    private static final int BYTES_MAX = 480 * 1024;

    private static final String SUBJECT = "The call ";

    private final ImportServer server;
    private final ImportPreview preview;
    private final Progress progress;
    private final Consumer<Rejected> rejects;
    private final List<ImportFiles.Call> block = new ArrayList<>(ImportPreview.BLOCK);
    private final List<ImportFiles.Call> request = new ArrayList<>(CALLS_MAX);
    private long mark;
    private long bytes;
    private int blocks;
    private long done;
    private long fresh;
    private long repeated;
    private long differing;
    private long refused;

    /** @param rejects takes what the server refuses */
    ImportRun(ImportServer server, ImportPreview preview, Progress progress, Consumer<Rejected> rejects) {
        this.server = server;
        this.preview = preview;
        this.progress = progress;
        this.rejects = rejects;
    }

    /** Takes the next call. */
    void take(ImportFiles.Call call) {
        if (call.turn() == ImportFiles.Turn.LAST) {
            finishBlock();
            add(call);
            return;
        }
        block.add(call);
        mark = ImportPreview.mark(mark, Sha.of(call.messageId()));
        if (block.size() == ImportPreview.BLOCK) {
            pass();
        }
    }

    void finish() {
        finishBlock();
        send();
    }

    private void finishBlock() {
        if (!block.isEmpty()) {
            pass();
        }
    }

    /** Sends of a block what the server did not have when it was asked. Files that changed since are sent whole. */
    private void pass() {
        boolean isSame = preview.isSame(blocks, mark);
        int first = blocks * ImportPreview.BLOCK;
        for (int i = 0; i < block.size(); i++) {
            if (isSame && preview.isKnown(first + i)) {
                repeated++;
                done++;
            } else if (block.get(i).turn() == ImportFiles.Turn.NOW) {
                add(block.get(i));
            }
        }
        block.clear();
        mark = 0;
        blocks++;
        progress.at(done, preview.calls());
    }

    private void add(ImportFiles.Call call) {
        long size = call.text().getBytes(StandardCharsets.UTF_8).length
                + place(call).length() * 4L;
        if (request.size() == CALLS_MAX || bytes + size > BYTES_MAX) {
            send();
        }
        request.add(call);
        bytes += size;
    }

    /** As the server keeps it: without the folders of this machine. */
    private static String place(ImportFiles.Call call) {
        return call.file().isEmpty() ? "" : Path.of(call.file()).getFileName() + ":" + call.line();
    }

    private void send() {
        if (request.isEmpty()) {
            return;
        }
        String places = Json.of(request.stream().map(ImportRun::place).toList());
        String body = request.stream()
                .map(ImportFiles.Call::text)
                .collect(Collectors.joining(",", "{\"batch\":[", "],\"places\":" + places + "}"));
        JsonAnswer answer = server.take(body.getBytes(StandardCharsets.UTF_8));
        fresh += answer.number("fresh");
        repeated += answer.number("repeated");
        differing += answer.number("differing");
        for (JsonAnswer each : answer.objects("refused")) {
            refused++;
            ImportFiles.Call call = request.get((int) each.number("call") - 1);
            rejects.accept(new Rejected(call.file(), call.line(), reason(each, call), call.text()));
        }
        done += request.size();
        request.clear();
        bytes = 0;
        progress.at(done, preview.calls());
    }

    /** Without its subject and place, which are told beside it. */
    private static String reason(JsonAnswer refused, ImportFiles.Call call) {
        String detail = refused.text("detail").replace(" (" + place(call) + ")", "");
        String reason = detail.startsWith(SUBJECT) ? detail.substring(SUBJECT.length()) : detail;
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }

    /** Calls that entered the log. */
    long fresh() {
        return fresh;
    }

    /** Calls that were there before. */
    long repeated() {
        return repeated;
    }

    /** Of these, calls that say something else than the one that was there. */
    long differing() {
        return differing;
    }

    /** Calls that the server refused. */
    long refused() {
        return refused;
    }
}
