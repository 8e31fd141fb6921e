package io.cupel.app.intake.web;

import io.cupel.app.ground.Settings;
import io.cupel.app.intake.IntakeSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How the doors are reached. */
@Configuration(proxyBeanMethods = false)
class DoorsConfiguration {
    private static final long PREFLIGHT_SECONDS = 86_400;
    /** Longer than the log waits for the database, so that it is the log that answers. */
    private static final long ANSWER_MILLIS_MAX = 60_000;

    @Bean
    FilterRegistrationBean<DoorPaths> doorPaths() {
        FilterRegistrationBean<DoorPaths> filter = new FilterRegistrationBean<>(new DoorPaths());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    Senders senders(Settings settings) {
        return new Senders(settings.get(IntakeSettings.TRUST_FORWARDED_FOR).equals("yes"));
    }

    /** Pages of any site may send: the key says whose they are, and nothing is read back. */
    @Bean
    WebMvcConfigurer doorsForPages() {
        return new WebMvcConfigurer() {
            @Override
            public void configureAsyncSupport(AsyncSupportConfigurer async) {
                async.setDefaultTimeout(ANSWER_MILLIS_MAX);
            }

            @Override
            public void addCorsMappings(CorsRegistry registry) {
                registry.addMapping("/v1/**")
                        .allowedOrigins("*")
                        .allowedMethods("GET", "POST")
                        .allowedHeaders("*")
                        .maxAge(PREFLIGHT_SECONDS);
            }
        };
    }
}
