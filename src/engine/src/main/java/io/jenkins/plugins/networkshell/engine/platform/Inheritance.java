package io.jenkins.plugins.networkshell.engine.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code extends} does, on the YAML trees, so that every line number stays that of the file it stands in:
 *
 * <ul>
 *   <li>modes and configurations are merged by name, new ones come last;
 *   <li>questions, failures, secrets, volatile lines, signs of an error and of a change are added before those of the base, so that they win;
 *   <li>every other field replaces the base's, inside groups of fields one by one;
 *   <li>a definition with a name of its own has neither the base's name, aliases, title and checks, nor is it recognised
 *       by the base's signs: both would fit the same devices.
 * </ul>
 */
final class Inheritance {
    private static final Set<String> BY_NAME = Set.of("modes", "configurations");
    private static final Set<String> ADDED =
            Set.of("questions", "failures", "secrets", "volatile", "looks_like_error", "changed_by");
    private static final Set<String> OWN = Set.of("aliases", "title", "recognise", "checked");

    private Inheritance() {}

    static Yaml.Fields merge(Yaml.Fields base, Yaml.Fields own, boolean sameName) {
        Map<String, Yaml.Field> inherited = new LinkedHashMap<>(base.fields());
        if (!sameName) {
            inherited.keySet().removeAll(OWN);
        }
        return mergeFields(inherited, own);
    }

    private static Yaml.Fields mergeFields(Map<String, Yaml.Field> base, Yaml.Fields own) {
        Map<String, Yaml.Field> merged = new LinkedHashMap<>(base);
        if (own.fields().containsKey("prompt")) {
            merged.remove("samples"); // they are samples of the prompt that is replaced
        }
        if (own.fields().containsKey("send") || own.fields().containsKey("secret")) {
            merged.remove("send");
            merged.remove("secret");
        }
        if (own.fields().containsKey("in")) {
            merged.remove("command"); // a configuration tells, and no longer an answer
        }
        own.fields().forEach((name, field) -> {
            Yaml.Field old = base.get(name);
            Yaml value = old == null ? field.value() : mergeValue(name, old.value(), field.value());
            merged.put(name, new Yaml.Field(value, field.at()));
        });
        return new Yaml.Fields(Collections.unmodifiableMap(merged), own.at());
    }

    private static Yaml mergeValue(String name, Yaml base, Yaml own) {
        if (base instanceof Yaml.Fields b && own instanceof Yaml.Fields o) {
            return mergeFields(b.fields(), o);
        }
        if (base instanceof Yaml.Items b && own instanceof Yaml.Items o) {
            if (ADDED.contains(name)) {
                List<Yaml> all = new ArrayList<>(o.items());
                all.addAll(b.items());
                return new Yaml.Items(List.copyOf(all), o.at());
            }
            if (BY_NAME.contains(name)) {
                return mergeByName(b, o);
            }
        }
        return own;
    }

    private static Yaml.Items mergeByName(Yaml.Items base, Yaml.Items own) {
        List<Yaml> merged = new ArrayList<>(base.items());
        for (Yaml item : own.items()) {
            int at = indexOf(merged, name(item));
            if (at >= 0 && at < base.items().size()) {
                merged.set(at, mergeValue("", merged.get(at), item));
            } else {
                merged.add(item);
            }
        }
        return new Yaml.Items(List.copyOf(merged), own.at());
    }

    private static int indexOf(List<Yaml> items, String name) {
        for (int i = 0; i < items.size(); i++) {
            if (name != null && name.equals(name(items.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String name(Yaml item) {
        if (item instanceof Yaml.Fields fields && fields.fields().containsKey("name")) {
            return fields.fields().get("name").value() instanceof Yaml.Scalar scalar ? scalar.text() : null;
        }
        return null;
    }
}
