package io.jenkins.plugins.slacknotify.acceptance.harness;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The jobs of a Jenkins. Names are full names, with slashes between folders. */
public final class Jobs {
    private final JenkinsClient jenkins;

    public Jobs(JenkinsClient jenkins) {
        this.jenkins = jenkins;
    }

    /** Makes a job, folder or project from the XML that Jenkins stores it as. */
    public void create(String fullName, String configXml) {
        int slash = fullName.lastIndexOf('/');
        var folder = slash < 0 ? "" : path(fullName.substring(0, slash));
        jenkins.post(folder + "createItem?name=" + encoded(fullName.substring(slash + 1)), "application/xml", configXml)
                .requireStatus(200);
    }

    /** Makes a pipeline that runs in the Groovy sandbox; the script may not contain {@code ]]>}. */
    public void createPipeline(String fullName, String script) {
        create(fullName, pipeline(script));
    }

    /** Gives a pipeline another script, on the terms of {@link #createPipeline}. */
    public void changePipeline(String fullName, String script) {
        configure(fullName, pipeline(script));
    }

    private static String pipeline(String script) {
        return """
            <flow-definition>
              <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition">
                <sandbox>true</sandbox>
                <script><![CDATA[%s]]></script>
              </definition>
            </flow-definition>
            """.formatted(script);
    }

    /** Puts another configuration in the place of the one that is there. */
    public void configure(String fullName, String configXml) {
        jenkins.post(path(fullName) + "config.xml", "application/xml", configXml)
                .requireStatus(200);
    }

    public String configXml(String fullName) {
        return jenkins.get(path(fullName) + "config.xml").requireStatus(200).body();
    }

    /** Builds a job without parameters and waits for the end. */
    public Build build(String fullName) {
        return start(fullName).await();
    }

    /** Builds a job with one parameter, as its configuration declares it, and waits for the end. */
    public Build build(String fullName, String parameter, String value) {
        return start(fullName, Map.of(parameter, value)).await();
    }

    /** Starts a build of a job without parameters and waits until it has left the queue. */
    public Build start(String fullName) {
        return dequeued(fullName, jenkins.post(path(fullName) + "build", Map.of("delay", "0sec")));
    }

    /** Starts a build with parameters and waits until it has left the queue. */
    public Build start(String fullName, Map<String, String> parameters) {
        var form = new HashMap<>(parameters);
        form.put("delay", "0sec");
        return dequeued(fullName, jenkins.post(path(fullName) + "buildWithParameters", form));
    }

    /** A build that somebody else started; it need not have begun. */
    public Build build(String fullName, int number) {
        return new Build(jenkins, fullName, number);
    }

    /** The path of a job's page, without a leading and with a trailing slash. */
    public static String path(String fullName) {
        var path = new StringBuilder();
        for (var name : fullName.split("/")) {
            path.append("job/").append(encoded(name)).append('/');
        }
        return path.toString();
    }

    private Build dequeued(String fullName, HttpPage scheduled) {
        var location =
                scheduled.requireStatus(201).headers().firstValue("Location").orElseThrow();
        var item = jenkins.url().relativize(URI.create(location)) + "api/json?tree=executable%5Bnumber%5D";
        var executable = Polls.await("build of " + fullName + " to leave the queue", Duration.ofMillis(50))
                .atMost(Timeouts.VERY_LONG)
                .until(() -> executable(item), Optional::isPresent)
                .orElseThrow();
        return build(fullName, executable.get("number").getAsInt());
    }

    /** What the queue says of an item's build; empty while it waits. */
    private Optional<JsonObject> executable(String item) {
        var found = jenkins.get(item).requireStatus(200).json().get("executable");
        return found == null || found.isJsonNull() ? Optional.empty() : Optional.of(found.getAsJsonObject());
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
