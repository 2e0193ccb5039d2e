package bench.http;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.validation.Validator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * An application with nothing but Spring MVC as Boot configures it, and one endpoint that takes and gives JSON of the usual size: 300 bytes in,
 * 200 out. It has no security, no metrics and no rules.
 */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@RestController
public class BareApplication implements WebMvcConfigurer {

    static final String PATH = "/bare";

    /** A body of some 300 bytes. */
    static final String BODY =
            "{\"programme\":\"kingdee-galaxy-public\",\"plan\":\"preferred\",\"serviceStart\":\"2026-01-01\","
                    + "\"serviceEnd\":\"2026-12-31\",\"service\":\"issue-feedback\",\"severity\":\"normal\","
                    + "\"at\":\"2026-11-20T16:00:00+08:00\",\"channels\":[\"telephone\",\"online-im\",\"wechat\"],"
                    + "\"usage\":[{\"service\":\"code-diagnosis\",\"times\":1}]}";

    record Usage(String service, int times) {}

    record Question(
            String programme,
            String plan,
            String serviceStart,
            String serviceEnd,
            String service,
            String severity,
            OffsetDateTime at,
            List<String> channels,
            List<Usage> usage) {}

    record Answer(boolean entitled, String service, String plan, OffsetDateTime at, List<String> reasons) {}

    /** Starts it, with the settings of the command line alone. */
    public static void main(String[] arguments) {
        new SpringApplication(BareApplication.class).run(arguments);
    }

    /** None: the class path has half of a library that Spring MVC would otherwise begin to use. */
    @Override
    public Validator getValidator() {
        return Validator.forType(Void.class, (nothing, errors) -> {});
    }

    @GetMapping(RequestWork.PATH)
    String work() {
        return RequestWork.now().written();
    }

    @PostMapping(PATH)
    Answer answer(@RequestBody Question question) {
        return new Answer(
                true,
                question.service(),
                question.plan(),
                question.at(),
                List.of("granted-by-inheritance", "GAL-FB-01", "Included in the plan"));
    }
}
