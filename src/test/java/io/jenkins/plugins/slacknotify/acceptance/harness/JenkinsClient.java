package io.jenkins.plugins.slacknotify.acceptance.harness;

import com.google.gson.JsonObject;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person's way into Jenkins over HTTP, with a session and its crumb. Never follows a redirect. */
public final class JenkinsClient {
    /** A script that fails is answered like any other: it is only printed what it threw. */
    private static final Pattern STACK_TRACE = Pattern.compile("(?m)^\\tat \\S+\\(.*\\)$");

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Where Jenkins runs scripts, as soon as a script of that name has told it to. */
    private static final String KEPT_SCRIPTS = "kept-scripts/run";

    private static final Pattern CRUMB_FIELD =
            Pattern.compile("<input name=\"(Jenkins-Crumb)\" type=\"hidden\" value=\"([^\"]+)\">");

    private final URI url;
    private final Map<String, String> login;
    private CookieManager cookies = new CookieManager();
    private HttpClient http = newHttpClient(cookies);
    private Duration patience = Timeouts.LONG;
    private Map<String, String> headers = Map.of();
    private boolean signedIn;
    private boolean unanswered;

    @CheckForNull
    private JsonObject crumb;

    /** @param login the fields of the form that one signs in with; empty where nobody does */
    private JenkinsClient(URI url, Map<String, String> login) {
        this.url = url;
        this.login = login;
    }

    public static JenkinsClient anonymous(URI url) {
        return new JenkinsClient(url, Map.of());
    }

    /**
     * Signs in once, at the first request. Jenkins takes longer to check a password than to answer most requests, so it is not
     * sent with each.
     */
    public static JenkinsClient of(URI url, String user, String password) {
        return new JenkinsClient(url, Map.of("j_username", user, "j_password", password));
    }

    /** The same client, whose requests bear such headers, as a proxy adds them. */
    public JenkinsClient with(Map<String, String> always) {
        headers = Map.copyOf(always);
        return this;
    }

    /** The same client, which waits so long for each answer. */
    JenkinsClient patientFor(Duration longest) {
        patience = longest;
        return this;
    }

    /**
     * Whether it has given up to wait for an answer since the last {@link #forgetSession()}. Jenkins does not notice that nobody
     * waits any more: a script may run on, and change what others have set.
     */
    public boolean hasUnanswered() {
        return unanswered;
    }

    /** The address of Jenkins; ends with a slash. */
    public URI url() {
        return url;
    }

    /** @param path without a leading slash */
    public HttpPage get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form, with the crumb. */
    public HttpPage post(String path, Map<String, String> form) {
        return post(path, FORM, encoded(form));
    }

    /** Sends a text, with the crumb. */
    public HttpPage post(String path, String contentType, String body) {
        signIn();
        if (crumb == null) {
            crumb = askForCrumb();
        }
        return send(request(path)
                .header("Content-Type", contentType)
                .header(
                        crumb.get("crumbRequestField").getAsString(),
                        crumb.get("crumb").getAsString())
                .POST(BodyPublishers.ofString(body)));
    }

    /** Where nobody may see anything without signing in, the page for that has the crumb. */
    private JsonObject askForCrumb() {
        var answer = get("crumbIssuer/api/json");
        if (answer.status() != 403) {
            return answer.requireStatus(200).json();
        }
        var field = CRUMB_FIELD.matcher(get("login").requireStatus(200).body());
        if (!field.find()) {
            throw new AssertionError("the page for signing in has no crumb");
        }
        var ofPage = new JsonObject();
        ofPage.addProperty("crumbRequestField", field.group(1));
        ofPage.addProperty("crumb", field.group(2));
        return ofPage;
    }

    /** Sends a form without a crumb, as a page of somebody else's would. */
    public HttpPage postWithoutCrumb(String path, Map<String, String> form) {
        return send(request(path).header("Content-Type", FORM).POST(BodyPublishers.ofString(encoded(form))));
    }

    /**
     * Runs Groovy inside Jenkins and returns what it prints; needs an administrator. To compile a script takes a hundredth of a second of a
     * processor and more, and is done once for each text: what differs from one time to the next is best an argument.
     *
     * @param arguments what the script knows as {@code arguments}
     * @throws IllegalStateException where it fails, or prints a stack trace
     */
    public String script(String groovy, String... arguments) {
        var form = Stream.concat(
                        Stream.of("script=" + encoded(groovy)),
                        Stream.of(arguments).map(argument -> "argument=" + encoded(argument)))
                .collect(Collectors.joining("&"));
        var answer = post(KEPT_SCRIPTS, FORM, form);
        if (answer.status() == 404) { // The first since Jenkins has started.
            post("scriptText", Map.of("script", resource("kept-scripts.groovy")));
            answer = post(KEPT_SCRIPTS, FORM, form);
        }
        var printed = answer.requireStatus(200).body().strip();
        if (STACK_TRACE.matcher(printed).find()) {
            throw new IllegalStateException("the script failed:\n" + groovy + "\n" + printed);
        }
        return printed;
    }

    /** The whole configuration as code. */
    public String exportConfiguration() {
        return post("manage/configuration-as-code/export", Map.of())
                .requireStatus(200)
                .body();
    }

    /** After a restart: the session of before is not known any more. */
    public void forgetSession() {
        cookies = new CookieManager();
        http = newHttpClient(cookies);
        signedIn = false;
        crumb = null;
        unanswered = false;
    }

    /** The cookies of its session, for which it signs in. */
    List<HttpCookie> cookies() {
        signIn();
        return cookies.getCookieStore().getCookies();
    }

    private HttpRequest.Builder request(String path) {
        signIn();
        var request = HttpRequest.newBuilder(url.resolve(path)).timeout(patience);
        headers.forEach(request::header);
        return request;
    }

    /** With the crumb of a session that is anonymous until then, as the page for it does. */
    private void signIn() {
        if (signedIn || login.isEmpty()) {
            return;
        }
        signedIn = true;
        var answer = post("j_spring_security_check", login).requireStatus(302);
        if (answer.headers().firstValue("Location").orElse("").contains("loginError")) {
            throw new AssertionError("Jenkins does not let " + login.get("j_username") + " in");
        }
        crumb = null;
    }

    private HttpPage send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new HttpPage(
                    request.method() + " " + request.uri(), response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            unanswered |= e instanceof HttpTimeoutException;
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + request.uri(), e);
        }
    }

    private static String resource(String name) {
        try (var stream = JenkinsClient.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpClient newHttpClient(CookieManager cookies) {
        return HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(Timeouts.LONG)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }
}
