package io.jenkins.plugins.networkshell.simulator.output;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.UnaryOperator;

/** Opens {@link Output}s for one device. */
public record Outputs(String newline, Charset charset, UnaryOperator<String> placeholders) {
    public Source open(Output output) throws IOException {
        if (output instanceof Output.Text text) {
            return text.template().isEmpty()
                    ? Source.of(new byte[0])
                    : new TextSource(new StringReader(placeholders.apply(text.template())), newline, charset);
        } else if (output instanceof Output.Raw raw) {
            return Source.of(raw.bytes());
        } else if (output instanceof Output.FromFile file) {
            return new TextSource(Files.newBufferedReader(file.path(), StandardCharsets.UTF_8), newline, charset);
        } else {
            return new TextSource(new GeneratedText((Output.Generated) output), newline, charset);
        }
    }
}
