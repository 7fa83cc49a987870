package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.util.HashMap;
import java.util.Map;

/**
 * The beginning of a Jenkins.
 *
 * @param homeFiles what is in its home before the first start, by path; {@code jenkins.yaml} is the configuration as code
 * @param environment variables of its process, where {@code jenkins.yaml} finds secrets
 */
public record JenkinsSetup(
        JenkinsDistribution distribution, Map<String, String> homeFiles, Map<String, String> environment) {
    public JenkinsSetup {
        homeFiles = Map.copyOf(homeFiles);
        environment = Map.copyOf(environment);
    }

    public static JenkinsSetup of(JenkinsDistribution distribution) {
        return new JenkinsSetup(distribution, Map.of(), Map.of());
    }

    public JenkinsSetup withHomeFile(String path, String text) {
        return new JenkinsSetup(distribution, plus(homeFiles, path, text), environment);
    }

    public JenkinsSetup withVariable(String name, String value) {
        return new JenkinsSetup(distribution, homeFiles, plus(environment, name, value));
    }

    private static Map<String, String> plus(Map<String, String> map, String key, String value) {
        var larger = new HashMap<>(map);
        larger.put(key, value);
        return larger;
    }

    /** Names the variables but not their values, which may be secret. */
    @Override
    public String toString() {
        return "Jenkins of " + distribution + " with " + homeFiles.keySet() + " and " + environment.keySet();
    }
}
