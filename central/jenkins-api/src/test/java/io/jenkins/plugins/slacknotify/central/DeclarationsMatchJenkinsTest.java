package io.jenkins.plugins.slacknotify.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Holds every declared type and member against the jars of a real Jenkins, where one is at hand. */
class DeclarationsMatchJenkinsTest {
    /** An annotation that the official build's checker of access modifiers reads. No Jenkins has it at run time. */
    private static final String OF_THE_BUILD = "org/kohsuke/accmod/restrictions/suppressions/SuppressRestrictedWarnings";

    private static final Path LAB = Path.of(System.getProperty("jenkins.lab"));

    private JenkinsTypes jenkins;

    @BeforeEach
    void openJenkins() throws IOException {
        assumeTrue(Files.isDirectory(LAB), "the declarations were not compared: no Jenkins at " + LAB);
        jenkins = JenkinsTypes.of(LAB);
    }

    @Test
    void shouldMatchJenkins() throws IOException {
        Map<String, List<String>> differences = new TreeMap<>();
        for (ClassNode declared : Declarations.types()) {
            differences.put(declared.name, Comparison.differences(declared, jenkins));
        }
        assertThat(differences).containsKey("hudson/model/Run");
        differences.remove(OF_THE_BUILD);
        differences.values().removeIf(List::isEmpty);
        assertThat(differences).isEmpty();
    }

    /**
     * The official build refuses what Jenkins keeps for itself. The use of what stands here is suppressed in the code, with
     * the reason there; but nothing names {@code QueueItem}, from which items of the queue have some of their methods.
     */
    @Test
    void shouldDeclareNothingThatJenkinsKeepsForItself() throws IOException {
        assertThat(Declarations.types())
                .flatExtracting(declared -> Comparison.restricted(declared, jenkins))
                .containsExactlyInAnyOrder(
                        "jenkins/model/Jenkins.isPreparingSafeRestart",
                        "jenkins/model/queue/QueueItem",
                        "org/jenkinsci/plugins/pipeline/modeldefinition/DescriptorLookupCache");
    }

    /** A canary: a comparison that finds nothing here would find nothing anywhere. */
    @Test
    void shouldFindWhatJenkinsDoesNotHave() throws IOException {
        ClassNode run = Declarations.types().stream()
                .filter(type -> type.name.equals("hudson/model/Run"))
                .findFirst()
                .orElseThrow();
        run.interfaces.add("java/lang/AutoCloseable");
        run.fields.add(new FieldNode(Opcodes.ACC_PUBLIC, "colour", "I", null, null));
        run.methods.add(new MethodNode(Opcodes.ACC_PUBLIC, "getNumber", "()J", null, null));
        run.methods.add(new MethodNode(Opcodes.ACC_PUBLIC, "reload", "()V", null, null));
        assertThat(Comparison.differences(run, jenkins))
                .containsExactly(
                        "hudson/model/Run is no java/lang/AutoCloseable",
                        "colour I does not exist",
                        "getNumber()J does not exist",
                        "reload()V has other checked exceptions: declared [], really [java/io/IOException]");
    }
}
