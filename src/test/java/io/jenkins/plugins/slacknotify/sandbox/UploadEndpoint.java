package io.jenkins.plugins.slacknotify.sandbox;

import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import io.jenkins.plugins.slacknotify.sandbox.workspace.CallLog;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxFile;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Workspaces;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * Takes the bytes of files at the addresses that files.getUploadURLExternal tells. DOCUMENTED: raw bytes, HTTP 200 where they
 * are taken. INFERRED: what is answered otherwise, and that an address takes them once.
 */
final class UploadEndpoint {
    /** The word in place of the name of a method in faults and calls. */
    static final String NAME = "upload";

    private final Workspaces workspaces;
    private final Faults faults;
    private final CallLog calls;
    private final InstantSource clock;

    UploadEndpoint(Workspaces workspaces, Faults faults, CallLog calls, InstantSource clock) {
        this.workspaces = workspaces;
        this.faults = faults;
        this.calls = calls;
        this.clock = clock;
    }

    MockResponse answer(String ticket, RecordedRequest request) {
        var fault = faults.take(NAME);
        int status = fault.flatMap(Fault::errorInstead).isPresent() ? 200 : receive(ticket, request);
        var response = Answers.of(status, "text/plain", status == 200 ? "OK" : "not taken");
        var spoilt = fault.map(each -> each.spoil(response)).orElse(response);
        calls.add(new ApiCall(
                NAME,
                Map.of("bytes", String.valueOf(request.getBodySize())),
                workspace(ticket).map(SandboxWorkspace::name).orElse(""),
                "",
                clock.instant(),
                spoilt.getCode(),
                status == 200 && fault.flatMap(Fault::errorInstead).isEmpty(),
                status == 200 ? "" : "http_" + status,
                fault.map(Fault::toString).orElse("")));
        return spoilt;
    }

    private int receive(String ticket, RecordedRequest request) {
        Optional<SandboxWorkspace> workspace = workspace(ticket);
        if (workspace.isEmpty()) {
            return 404;
        }
        SandboxFile file = workspace.get().files().awaited(ticket).orElseThrow();
        byte[] bytes =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        if (file.content() != null || bytes.length != file.length()) {
            return 400;
        }
        workspace.get().files().receive(file, bytes);
        return 200;
    }

    private Optional<SandboxWorkspace> workspace(String ticket) {
        return workspaces.all().stream()
                .filter(workspace -> workspace.files().awaited(ticket).isPresent())
                .findFirst();
    }
}
