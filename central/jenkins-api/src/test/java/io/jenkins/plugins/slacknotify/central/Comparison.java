package io.jenkins.plugins.slacknotify.central;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_ANNOTATION;
import static org.objectweb.asm.Opcodes.ACC_ENUM;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What a declared type says that the real one does not bear out. Code that compiles against a declaration without
 * differences also compiles against the real type, and links to it. What the real type has beyond the declaration is
 * not looked at; in particular, an abstract method that is not declared stays unnoticed.
 */
final class Comparison {
    private static final String RESTRICTED = "Lorg/kohsuke/accmod/Restricted;";
    private static final String FOR_SUBCLASSES = "Lorg/kohsuke/accmod/restrictions/ProtectedExternally;";

    private static final String OF_SPOTBUGS = "Ledu/umd/cs/findbugs/annotations/%s;";

    private final JenkinsTypes real;
    private final List<String> differences = new ArrayList<>();

    private Comparison(JenkinsTypes real) {
        this.real = real;
    }

    /** One sentence per difference; empty where the real types bear the declaration out. */
    static List<String> differences(ClassNode declared, JenkinsTypes real) {
        Comparison comparison = new Comparison(real);
        real.find(declared.name)
                .ifPresentOrElse(
                        found -> comparison.compareType(declared, found),
                        () -> comparison.report(declared.name, "is in no jar"));
        return List.copyOf(comparison.differences);
    }

    static boolean isApi(int access) {
        return (access & (ACC_PUBLIC | ACC_PROTECTED)) != 0;
    }

    /**
     * What of a declared type Jenkins keeps for itself: the checker of access modifiers in the official build refuses its
     * use. Names, in the order of the declaration; that of the type stands for all that is in it.
     */
    static List<String> restricted(ClassNode declared, JenkinsTypes real) {
        ClassNode found = real.find(declared.name).orElse(null);
        if (found == null || isRestricted(found.visibleAnnotations)) {
            return found == null ? List.of() : List.of(declared.name);
        }
        List<ClassNode> ancestry = real.ancestry(found);
        Stream<String> fields = declared.fields.stream()
                .filter(field -> ancestry.stream()
                        .flatMap(type -> type.fields.stream())
                        .filter(other -> other.name.equals(field.name))
                        .findFirst()
                        .filter(other -> isRestricted(other.visibleAnnotations))
                        .isPresent())
                .map(field -> field.name);
        Stream<String> methods = declared.methods.stream()
                .filter(method -> method(method, ancestry)
                        .filter(other -> isRestricted(other.visibleAnnotations))
                        .isPresent())
                .map(method -> method.name);
        return Stream.concat(fields, methods)
                .map(member -> declared.name + '.' + member)
                .toList();
    }

    private static boolean isRestricted(@CheckForNull List<AnnotationNode> annotations) {
        return annotations != null
                && annotations.stream()
                        .filter(annotation -> annotation.desc.equals(RESTRICTED))
                        .anyMatch(annotation -> !annotation.values.equals(
                                List.of("value", List.of(Type.getType(FOR_SUBCLASSES)))));
    }

    private static Optional<MethodNode> method(MethodNode declared, List<ClassNode> ancestry) {
        String name = declared.name + declared.desc;
        boolean inherited = !declared.name.equals("<init>");
        return (inherited ? ancestry : ancestry.subList(0, 1))
                .stream()
                        .flatMap(type -> type.methods.stream())
                        .filter(method -> name.equals(method.name + method.desc))
                        .findFirst();
    }

    private void compareType(ClassNode declared, ClassNode found) {
        boolean isEnum = (found.access & ACC_ENUM) != 0;
        int kind = ACC_INTERFACE | ACC_ENUM | ACC_ANNOTATION | (isEnum ? 0 : ACC_ABSTRACT | ACC_FINAL);
        expectSame(declared.name, "access flags", declared.access & kind, found.access & kind);
        List<ClassNode> ancestry = real.ancestry(found);
        Set<String> parents =
                ancestry.stream().flatMap(JenkinsTypes::parents).collect(Collectors.toSet());
        JenkinsTypes.parents(declared)
                .filter(parent -> !parents.contains(parent))
                .forEach(parent -> report(declared.name, "is no " + parent));
        declared.fields.stream().filter(field -> isApi(field.access)).forEach(field -> compareField(field, ancestry));
        declared.methods.stream()
                .filter(method -> isApi(method.access))
                .forEach(method -> compareMethod(method, ancestry));
    }

    private void compareField(FieldNode declared, List<ClassNode> ancestry) {
        ancestry.stream()
                .flatMap(type -> type.fields.stream())
                .filter(field -> field.name.equals(declared.name) && field.desc.equals(declared.desc))
                .findFirst()
                .ifPresentOrElse(
                        found -> {
                            compareAccess(declared.name, declared.access, found.access);
                            expectSame(declared.name, "type arguments", declared.signature, found.signature);
                            expectSame(declared.name, "constant value", declared.value, found.value);
                        },
                        () -> report(declared.name + ' ' + declared.desc, "does not exist"));
    }

    private void compareMethod(MethodNode declared, List<ClassNode> ancestry) {
        String name = declared.name + declared.desc;
        method(declared, ancestry)
                .ifPresentOrElse(found -> compareMethod(name, declared, found), () -> report(name, "does not exist"));
    }

    private void compareMethod(String name, MethodNode declared, MethodNode found) {
        compareAccess(name, declared.access, found.access);
        expectDeclared(name, "final", ACC_FINAL, declared.access, found.access);
        expectDeclared(name, "abstract", ACC_ABSTRACT, declared.access, found.access);
        expectSame(name, "type arguments", declared.signature, found.signature);
        expectSame(name, "checked exceptions", checkedExceptions(declared), checkedExceptions(found));
        expectNoContradiction(name, declared, found);
    }

    /** SpotBugs goes by these annotations, and would find in the official build alone what a declaration hides. */
    private void expectNoContradiction(String name, MethodNode declared, MethodNode found) {
        if (is("CheckForNull", declared) && is("NonNull", found)) {
            report(name, "is never null");
        }
        if (is("NonNull", declared) && is("CheckForNull", found)) {
            report(name, "may be null");
        }
        if (!is("CheckReturnValue", declared) && is("CheckReturnValue", found)) {
            report(name, "must not be called for nothing");
        }
    }

    private static boolean is(String annotation, MethodNode method) {
        return method.invisibleAnnotations != null
                && method.invisibleAnnotations.stream()
                        .anyMatch(present -> present.desc.equals(OF_SPOTBUGS.formatted(annotation)));
    }

    private void compareAccess(String name, int declared, int found) {
        expectSame(name, "static", declared & ACC_STATIC, found & ACC_STATIC);
        boolean visible = (found & ACC_PUBLIC) != 0 || (declared & ACC_PUBLIC) == 0 && (found & ACC_PROTECTED) != 0;
        if (!visible) {
            report(name, "is less visible");
        }
    }

    private Set<String> checkedExceptions(MethodNode method) {
        return method.exceptions.stream()
                .filter(exception -> real.find(exception)
                        .map(type -> real.ancestry(type).stream()
                                .noneMatch(ancestor -> ancestor.name.equals("java/lang/RuntimeException")))
                        .orElse(true))
                .collect(Collectors.toSet());
    }

    private void expectDeclared(String name, String word, int flag, int declared, int found) {
        if ((found & flag) != 0 && (declared & flag) == 0) {
            report(name, "is " + word);
        }
    }

    private void expectSame(String name, String what, Object declared, Object found) {
        if (!Objects.equals(declared, found)) {
            report(name, "has other " + what + ": declared " + declared + ", really " + found);
        }
    }

    private void report(String name, String difference) {
        differences.add(name + ' ' + difference);
    }
}
