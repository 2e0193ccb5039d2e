package bench.load;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attacks by what a publisher uploads. */
final class UploadAttacks {

    private UploadAttacks() {}

    /** Zips and titles that show one thing and are another. */
    static final class HostileUploads implements Attack {

        @Override
        public String sentence() {
            return "zips that readers read differently, titles that look like nothing, YAML with directives: each a 4xx in words, and no file is kept open";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            long handles = target.service().handles();
            List<String> faults = new ArrayList<>();
            for (Map.Entry<String, Form> upload : uploads().entrySet()) {
                Answer answer = upload.getValue().to(Remote.WIDE, true).to(target.service(), Duration.ofSeconds(60));
                boolean inWords = answer.text().contains("\"errors\":[{");
                if (answer.status() != 400 && answer.status() != 422 || !inWords) {
                    faults.add(upload.getKey() + " got " + answer.status());
                }
            }
            faults.addAll(Settled.handles(target.service(), handles));
            return faults;
        }

        private static Map<String, Form> uploads() throws Exception {
            Map<String, byte[]> files = Form.files(Path.of("bench/load/rules/wide/policy/1"));
            byte[] zip = Form.zip(files);
            Map<String, Form> uploads = new LinkedHashMap<>();
            uploads.put("a local header with another name", policy(with(zip, 30, (byte) 'x')));
            uploads.put("an encrypted file", policy(with(zip, 6, (byte) 1)));
            uploads.put("a script before the zip", policy(joined("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), zip)));
            uploads.put("a zip behind the zip", policy(joined(zip, zip)));
            uploads.put("half a zip", policy(Arrays.copyOf(zip, zip.length / 2)));
            uploads.put("a bomb", policy(Form.zip(Map.of("svc.drl", new byte[64 << 20]))));
            uploads.put("a way out", policy(Form.zip(Map.of("../../svc.drl", new byte[1]))));
            for (String blank : List.of("\u3164", "\u2800", "\uffa0", "\u115f", "\u200b", "\ufe0f", "\udb40\udc41", "\u00a0")) {
                uploads.put("a title of U+%04X".formatted(blank.codePointAt(0)), titled(files, blank));
            }
            for (String directive : List.of("%YAML 1.3", "%FOO", "%TAG ! x")) {
                uploads.put(directive, changed(files, "svc.cases.yaml", "cases:", directive + "\n---\ncases:"));
            }
            uploads.put("a blank note", new Form().with("meta", "{\"note\":{\"zh-CN\":\"\u3164\",\"en\":\"One\"}}").with("policy", zip));
            return uploads;
        }

        private static Form titled(Map<String, byte[]> files, String title) throws Exception {
            return changed(files, "svc.drl", "金牌客户享有服务", title);
        }

        private static Form changed(Map<String, byte[]> files, String name, String text, String other) throws Exception {
            Map<String, byte[]> copy = new LinkedHashMap<>(files);
            String whole = new String(files.get(name), StandardCharsets.UTF_8);
            if (!whole.contains(text)) {
                throw new IllegalStateException(name + " does not contain " + text);
            }
            copy.put(name, whole.replace(text, other).getBytes(StandardCharsets.UTF_8));
            return policy(Form.zip(copy));
        }

        private static Form policy(byte[] zip) {
            return new Form().with("meta", "{" + Inputs.NOTE + "}").with("policy", zip);
        }

        private static byte[] with(byte[] zip, int at, byte value) {
            byte[] changed = zip.clone();
            changed[at] = value;
            return changed;
        }

        private static byte[] joined(byte[] first, byte[] second) {
            byte[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            return both;
        }
    }
}
