import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Finds the Java for a Jenkins at hand, and prints its version and the path of its {@code java}, on one line.
 *
 * <p>Arguments: the folder of that Jenkins, and the version of Java, where it matters. Without one, the Java that runs this
 * will do if it is new enough for that Jenkins, and else the oldest one that is. Others are found by {@code JAVA_HOME}, by
 * variables such as {@code JAVA_HOME_21}, and in {@code /usr/lib/jvm}. Where there is none, it says so on one line, and exits
 * with 3.
 */
class LabJava {
    private static final String CORE_CLASS = "jenkins/model/Jenkins.class";
    private static final Pattern CORE_JAR = Pattern.compile("(.*/)?jenkins-core-[^/]*\\.jar");
    private static final Pattern HOME_VARIABLE = Pattern.compile("JAVA_HOME(_\\w+)?");
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(?:1\\.)?(\\d+)");

    public static void main(String[] args) throws IOException {
        int needed = neededBy(Path.of(args[0]));
        SortedMap<Integer, Path> javas = javas();
        int own = Runtime.version().feature();
        if (args.length > 1 && !args[1].isEmpty()) {
            int named = Integer.parseInt(args[1]);
            if (named < needed) {
                fail("it needs Java " + needed + " or newer, so Java " + named + " will not do.");
            }
            print(named, javas, "Java " + named);
        } else if (own >= needed) {
            print(own, javas, "");
        } else {
            SortedMap<Integer, Path> newer = javas.tailMap(needed);
            print(newer.isEmpty() ? needed : newer.firstKey(), javas, "Java " + needed + " or newer");
        }
    }

    private static void print(int version, SortedMap<Integer, Path> javas, String wanted) {
        Path home = javas.get(version);
        if (home == null) {
            fail("it needs " + wanted + ", and here is " + javas.keySet() + ". Name its folder in JAVA_HOME_" + version + ".");
        }
        System.out.println(version + " " + home.resolve("bin/java"));
    }

    private static void fail(String reason) {
        System.out.println(reason);
        System.exit(3);
    }

    /** The version of Java whose class files the core consists of; those of Java 1 had the version 45. */
    private static int neededBy(Path lab) throws IOException {
        Path libraries = lab.resolve("war/WEB-INF/lib");
        if (!Files.isDirectory(libraries)) {
            try (var war = new ZipInputStream(Files.newInputStream(lab.resolve("jenkins.war")))) {
                seek(war, CORE_JAR);
                return classFileVersion(war) - 44;
            }
        }
        try (Stream<Path> jars = Files.list(libraries)) {
            Path core = jars.filter(jar -> CORE_JAR.matcher(jar.toString()).matches())
                    .findFirst()
                    .orElseThrow(() -> new FileNotFoundException("no jenkins-core in " + libraries));
            try (InputStream jar = Files.newInputStream(core)) {
                return classFileVersion(jar) - 44;
            }
        }
    }

    private static int classFileVersion(InputStream coreJar) throws IOException {
        var jar = new ZipInputStream(coreJar);
        seek(jar, Pattern.compile(CORE_CLASS));
        var classFile = new DataInputStream(jar);
        classFile.readInt(); // cafebabe
        classFile.readUnsignedShort(); // the minor version
        return classFile.readUnsignedShort();
    }

    private static void seek(ZipInputStream zip, Pattern name) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (name.matcher(entry.getName()).matches()) {
                return;
            }
        }
        throw new FileNotFoundException("no " + name + " in this Jenkins");
    }

    /** The homes of the Javas at hand by their versions, of each version the first that is found. */
    private static SortedMap<Integer, Path> javas() throws IOException {
        SortedMap<Integer, Path> javas = new TreeMap<>();
        javas.put(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
        for (var variable : new TreeMap<>(System.getenv()).entrySet()) {
            if (HOME_VARIABLE.matcher(variable.getKey()).matches()) {
                add(javas, Path.of(variable.getValue()));
            }
        }
        Path usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (Stream<Path> homes = Files.list(usual)) {
                for (Path home : homes.sorted().toList()) {
                    add(javas, home);
                }
            }
        }
        return javas;
    }

    private static void add(SortedMap<Integer, Path> javas, Path home) throws IOException {
        Path release = home.resolve("release");
        if (Files.isRegularFile(release) && Files.isExecutable(home.resolve("bin/java"))) {
            var version = VERSION.matcher(Files.readString(release));
            if (version.find()) {
                javas.putIfAbsent(Integer.valueOf(version.group(1)), home);
            }
        }
    }
}
