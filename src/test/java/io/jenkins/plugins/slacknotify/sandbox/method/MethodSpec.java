package io.jenkins.plugins.slacknotify.sandbox.method;

import io.jenkins.plugins.slacknotify.sandbox.rules.Provenance;
import io.jenkins.plugins.slacknotify.sandbox.workspace.TokenKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One entry of the method table. Immutable: each method of this record answers a new entry.
 *
 * @param jsonBody whether the method takes a JSON body as well as a form
 * @param scopes of which the caller needs at least one; none where the list is empty
 * @param required the required arguments, each with the error that answers its absence
 * @param errors the errors of its own, each with where it is from
 */
public record MethodSpec(
        String name,
        boolean jsonBody,
        Set<TokenKind> tokens,
        List<String> scopes,
        Rate rate,
        Map<String, String> required,
        Map<String, Provenance> errors,
        MethodHandler handler) {

    public static MethodSpec method(String name, Rate rate, MethodHandler handler) {
        var tokens = EnumSet.of(TokenKind.BOT, TokenKind.USER);
        return new MethodSpec(name, true, tokens, List.of(), rate, Map.of(), Map.of(), handler);
    }

    public MethodSpec formOnly() {
        return new MethodSpec(name, false, tokens, scopes, rate, required, errors, handler);
    }

    /** The method takes no token. */
    public MethodSpec withoutToken() {
        return tokens(new TokenKind[0]);
    }

    /** The method takes tokens of these kinds only. */
    public MethodSpec tokens(TokenKind... kinds) {
        var only = EnumSet.noneOf(TokenKind.class);
        only.addAll(List.of(kinds));
        return new MethodSpec(name, jsonBody, only, scopes, rate, required, errors, handler);
    }

    public MethodSpec scope(String... anyOf) {
        return new MethodSpec(name, jsonBody, tokens, List.of(anyOf), rate, required, errors, handler);
    }

    public MethodSpec requires(String argument, String error, Provenance provenance) {
        var more = new LinkedHashMap<>(required);
        more.put(argument, error);
        return new MethodSpec(name, jsonBody, tokens, scopes, rate, more, errors, handler).fails(provenance, error);
    }

    public MethodSpec fails(Provenance provenance, String... ownErrors) {
        var more = new LinkedHashMap<>(errors);
        for (String error : ownErrors) {
            more.putIfAbsent(error, provenance);
        }
        return new MethodSpec(name, jsonBody, tokens, scopes, rate, required, more, handler);
    }

    /** The arguments that are required but not given. */
    List<String> missing(Arguments arguments) {
        var missing = new ArrayList<>(required.keySet());
        missing.removeIf(argument -> arguments.text(argument).isPresent());
        return missing;
    }
}
