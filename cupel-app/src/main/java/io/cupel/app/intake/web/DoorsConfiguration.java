package io.cupel.app.intake.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How the doors are reached. */
@Configuration(proxyBeanMethods = false)
class DoorsConfiguration {
    private static final long PREFLIGHT_SECONDS = 86_400;

    @Bean
    FilterRegistrationBean<DoorPaths> doorPaths() {
        FilterRegistrationBean<DoorPaths> filter = new FilterRegistrationBean<>(new DoorPaths());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    Senders senders(Environment settings) {
        return new Senders(settings.getProperty("cupel.intake.trust-forwarded-for", Boolean.class, false));
    }

    /** Pages of any site may send: the key says whose they are, and nothing is read back. */
    @Bean
    WebMvcConfigurer doorsForPages() {
        return new WebMvcConfigurer() {
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
