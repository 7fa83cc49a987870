import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * Prints the Maven arguments that make the packaged plugin ask for the versions of a Jenkins at hand, one on a line.
 *
 * <p>Arguments: the folder of that Jenkins, and the manifest template of the plugin. Fails where that Jenkins lacks a
 * plugin that the template names.
 */
class LabVersions {
    private static final Pattern PLUGIN_VERSION = Pattern.compile("(\\S+):\\$\\{(\\1\\.version)}");

    public static void main(String[] args) throws IOException {
        Path lab = Path.of(args[0]);
        String core = manifest(lab, "war", "jenkins.war").getMainAttributes().getValue("Jenkins-Version");
        System.out.println("-Djenkins.version=" + core);
        var plugins = PLUGIN_VERSION.matcher(Files.readString(Path.of(args[1])));
        while (plugins.find()) {
            String name = plugins.group(1);
            Manifest manifest = manifest(lab.resolve("plugins"), name, name + ".jpi", name + ".hpi");
            String version = manifest.getMainAttributes().getValue("Plugin-Version");
            // A snapshot adds who built it: "1.0-SNAPSHOT (private-0a1b2c3d-user)".
            System.out.println("-D" + plugins.group(2) + "=" + version.replaceFirst(" .*", ""));
        }
    }

    private static Manifest manifest(Path parent, String folder, String... archives) throws IOException {
        Path exploded = parent.resolve(folder).resolve("META-INF/MANIFEST.MF");
        if (Files.exists(exploded)) {
            try (var in = Files.newInputStream(exploded)) {
                return new Manifest(in);
            }
        }
        for (String archive : archives) {
            if (Files.exists(parent.resolve(archive))) {
                try (var jar = new JarFile(parent.resolve(archive).toFile())) {
                    return jar.getManifest();
                }
            }
        }
        throw new FileNotFoundException("no " + folder + " in " + parent);
    }
}
