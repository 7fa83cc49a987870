package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration as code of a Jenkins that runs, in the file that its next start reads, too. */
public record CodedConfiguration(Path home, JenkinsClient admin) {
    /**
     * A script that does what Configuration as Code does with a file, and no more than that: to apply one, it looks for pages of all
     * settings of all plugins, twice, which takes half a second of processor in a Jenkins with some hundred. Where settings of other
     * plugins are in it, it does so here, too.
     */
    private static final String APPLY = """
            import hudson.security.ACL
            import io.jenkins.plugins.casc.*
            import io.jenkins.plugins.casc.yaml.*
            import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration
            import jenkins.model.JenkinsLocationConfiguration
            def acl = ACL.as2(ACL.SYSTEM2)
            try {
                def registry = ConfiguratorRegistry.get()
                def context = new ConfigurationContext(registry)
                def source = YamlSource.of(new File(Jenkins.get().rootDir, 'jenkins.yaml').toPath())
                def file = YamlUtils.loadFrom([source], context)
                def known = [location: JenkinsLocationConfiguration, slackNotify: SlackNotifyConfiguration]
                def settings = file.get('unclassified')?.asMapping() ?: [:]
                def roots = RootElementConfigurator.all().findAll { file.containsKey(it.name) }
                if (roots*.name.containsAll(file.keySet()) && known.keySet().containsAll(settings.keySet())) {
                    def parts = roots.findAll { it.name != 'unclassified' }.collect { [it, file.get(it.name)] }
                    settings.each { name, node -> parts << [registry.lookupOrFail(known[name]), node] }
                    parts.each { it[0].check(it[1].clone(), context) } // What is read is taken out of it.
                    parts.each { it[0].configure(it[1], context) }
                } else {
                    ConfigurationAsCode.get().configure()
                }
                null
            } catch (problem) {
                for (def cause = problem; cause != null; cause = cause.cause) println cause
            } finally {
                acl.close()
            }
            """;

    /**
     * Writes the file and applies it.
     *
     * @return what is wrong with it, with all causes; empty where all is well
     */
    public String apply(String yaml) {
        try {
            Files.writeString(home.resolve("jenkins.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return admin.script(APPLY);
    }
}
