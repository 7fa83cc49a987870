package io.jenkins.plugins.slacknotify.sandbox;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.method.ApiAnswer;
import io.jenkins.plugins.slacknotify.sandbox.method.ApiRequest;
import io.jenkins.plugins.slacknotify.sandbox.method.Arguments;
import io.jenkins.plugins.slacknotify.sandbox.method.SlackRefusal;
import io.jenkins.plugins.slacknotify.sandbox.method.WebApi;
import io.jenkins.plugins.slacknotify.sandbox.workspace.AccessToken;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import io.jenkins.plugins.slacknotify.sandbox.workspace.CallLog;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Workspaces;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Answers {@code /api/METHOD}: reads the call, lets a fault have its way, and writes the call down. */
final class ApiEndpoint {
    private static final System.Logger LOG = System.getLogger(ApiEndpoint.class.getName());

    private static final List<String> SECRETS = List.of("client_secret", "code", "refresh_token");

    private final WebApi api;
    private final Workspaces workspaces;
    private final Faults faults;
    private final CallLog calls;
    private final InstantSource clock;

    ApiEndpoint(WebApi api, Workspaces workspaces, Faults faults, CallLog calls, InstantSource clock) {
        this.api = api;
        this.workspaces = workspaces;
        this.faults = faults;
        this.calls = calls;
        this.clock = clock;
    }

    MockResponse answer(String method, RecordedRequest http) {
        Instant receivedAt = clock.instant();
        try {
            return answer(RequestReader.read(method, http), receivedAt);
        } catch (SlackRefusal refusal) {
            var unreadable = new ApiRequest(method, null, new Arguments(Map.of()), false);
            var answer = failure(200, refusal.error());
            calls.add(call(unreadable, answer, 200, "", receivedAt));
            return response(answer);
        }
    }

    private MockResponse answer(ApiRequest request, Instant receivedAt) {
        var fault = faults.take(request.method(), request.arguments().values());
        var answer = fault.flatMap(Fault::errorInstead)
                .map(error -> failure(200, error))
                .orElseGet(() -> carryOut(request));
        var response = response(answer);
        var spoilt = fault.map(each -> each.spoil(response)).orElse(response);
        calls.add(call(
                request, answer, spoilt.getCode(), fault.map(Fault::toString).orElse(""), receivedAt));
        return spoilt;
    }

    private ApiAnswer carryOut(ApiRequest request) {
        try {
            return api.call(request);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The sandbox itself failed in " + request.method(), e);
            return failure(500, "fatal_error");
        }
    }

    private ApiCall call(ApiRequest request, ApiAnswer answer, int status, String fault, Instant receivedAt) {
        var workspace = Optional.ofNullable(request.token()).flatMap(workspaces::ofToken);
        return new ApiCall(
                request.method(),
                shown(request.arguments().values()),
                workspace.map(SandboxWorkspace::name).orElse(""),
                workspace
                        .flatMap(owner -> owner.accessOf(request.token()))
                        .map(AccessToken::name)
                        .orElse(""),
                receivedAt,
                status,
                answer.ok(),
                answer.error(),
                fault);
    }

    /** The page shows calls, and no secret. */
    private static Map<String, String> shown(Map<String, String> arguments) {
        var shown = new LinkedHashMap<>(arguments);
        SECRETS.forEach(name -> shown.computeIfPresent(name, (key, secret) -> "****"));
        return shown;
    }

    private static MockResponse response(ApiAnswer answer) {
        var response = Answers.json(answer.status(), answer.body()).newBuilder();
        answer.headers().forEach(response::setHeader);
        return response.build();
    }

    private static ApiAnswer failure(int status, String error) {
        var body = new JsonObject();
        body.addProperty("ok", false);
        if (!error.isEmpty()) {
            body.addProperty("error", error);
        }
        return new ApiAnswer(status, Map.of(), body);
    }
}
