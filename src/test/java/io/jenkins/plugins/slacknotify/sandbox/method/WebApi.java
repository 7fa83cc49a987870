package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.Apps;
import io.jenkins.plugins.slacknotify.sandbox.workspace.AccessToken;
import io.jenkins.plugins.slacknotify.sandbox.workspace.StateLock;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Workspaces;
import java.util.HashMap;
import java.util.Map;

/** Carries calls out: the checks that all methods share, in Slack's order, then the method's own handler. */
public final class WebApi {
    private final MethodTable table;
    private final Workspaces workspaces;
    private final RateLimits rateLimits;
    private final StateLock lock;
    private final Apps apps;

    public WebApi(MethodTable table, Workspaces workspaces, RateLimits rateLimits, StateLock lock, Apps apps) {
        this.apps = apps;
        this.table = table;
        this.workspaces = workspaces;
        this.rateLimits = rateLimits;
        this.lock = lock;
    }

    /** Never throws for what a caller did wrong; one call at a time changes the state. */
    public ApiAnswer call(ApiRequest request) {
        return lock.write(() -> {
            try {
                return answer(request);
            } catch (SlackRefusal refusal) {
                return new ApiAnswer(200, scopeHeaders(request), refusal.body());
            } catch (TooManyCalls tooMany) {
                var headers = new HashMap<>(scopeHeaders(request));
                headers.put("Retry-After", String.valueOf(tooMany.retryAfterSeconds()));
                return new ApiAnswer(429, headers, new SlackRefusal("ratelimited").body());
            }
        });
    }

    private ApiAnswer answer(ApiRequest request) {
        var spec = table.find(request.method()).orElseThrow(() -> new SlackRefusal("unknown_method"));
        boolean anonymous = spec.tokens().isEmpty();
        var caller = anonymous ? null : authenticate(request, spec);
        var workspace = anonymous ? null : workspaces.ofToken(request.token()).orElseThrow();
        rateLimits.take(
                anonymous ? spec.name() : String.join(" ", spec.name(), workspace.teamId(), caller.appId()),
                spec.rate());
        // Slack does not look into a JSON body where a method takes forms only. INFERRED.
        var arguments = request.json() && !spec.jsonBody() ? Arguments.none() : request.arguments();
        if (!anonymous) {
            requireScopes(spec, caller);
        }
        requireArguments(spec, arguments);
        var body = handle(
                spec,
                new MethodCall(arguments, anonymous ? null : request.token(), caller, workspace, rateLimits, apps));
        var answer = new JsonObject();
        answer.addProperty("ok", true);
        body.asMap().forEach(answer::add);
        return new ApiAnswer(200, scopeHeaders(request), answer);
    }

    private AccessToken authenticate(ApiRequest request, MethodSpec spec) {
        if (request.token() == null || request.token().isBlank()) {
            throw new SlackRefusal("not_authed");
        }
        var caller = workspaces
                .ofToken(request.token())
                .flatMap(workspace -> workspace.accessOf(request.token()))
                .orElseThrow(() -> new SlackRefusal("invalid_auth"));
        if (!caller.refusal().isEmpty()) {
            throw new SlackRefusal(caller.refusal());
        }
        if (!spec.tokens().contains(caller.kind())) {
            throw new SlackRefusal("not_allowed_token_type");
        }
        return caller;
    }

    private static void requireScopes(MethodSpec spec, AccessToken caller) {
        if (!caller.hasAnyScope(spec.scopes())) {
            throw SlackRefusal.missingScope(spec.scopes(), caller.scopes());
        }
    }

    private static void requireArguments(MethodSpec spec, Arguments arguments) {
        for (String argument : spec.missing(arguments)) {
            throw SlackRefusal.missingArgument(spec.required().get(argument), argument);
        }
    }

    private static JsonObject handle(MethodSpec spec, MethodCall call) {
        try {
            return spec.handler().handle(call);
        } catch (SlackRefusal refusal) {
            if (!MethodTable.knows(spec, refusal.error())) {
                throw new IllegalStateException(spec.name() + " is not said to answer " + refusal.error());
            }
            throw refusal;
        }
    }

    private Map<String, String> scopeHeaders(ApiRequest request) {
        return workspaces
                .ofToken(request.token())
                .flatMap(workspace -> workspace.accessOf(request.token()))
                .map(caller -> Map.of("X-OAuth-Scopes", String.join(",", caller.scopes())))
                .orElse(Map.of());
    }
}
