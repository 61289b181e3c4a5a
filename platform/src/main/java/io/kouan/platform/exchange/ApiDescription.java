package io.kouan.platform.exchange;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API described: what the generator cannot see by itself, which is the door, a plain servlet. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String API_KEY = "apiKey";

    private static final String ACK = """
            {"messageId":"7F3B0C52-6A1D-4E88-9B40-2D5C1E0A9F11","position":4711,
             "digest":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "receivedAt":"2026-11-23T18:00:00.123456+08:00","messageType":"CEB621","documents":1,"warnings":[]}""";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Kouan 口岸")
                        .version("v1")
                        .description("Hand signed CEB messages in, fetch receipts. 报文收发接口")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                API_KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("API key of the channel 传输通道的接口密钥")));
    }

    @Bean
    OpenApiCustomizer describeDoor() {
        return api -> api.getPaths().addPathItem("/api/v1/messages", new PathItem().post(door()));
    }

    private static Operation door() {
        return new Operation()
                .addTagsItem("messages")
                .operationId("receive")
                .summary("Hand a message in")
                .description(
                        "A CEB message, bare or in a DxpMsg, with up to 100 documents. Answered only when it is durable."
                                + " The same message again gets the same answer, byte for byte. Sealed to the port's certificate"
                                + " (CMS EnvelopedData) it comes as application/pkcs7-mime.")
                .addSecurityItem(new SecurityRequirement().addList(API_KEY))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType("application/xml", new MediaType().schema(new StringSchema()))
                                .addMediaType("application/pkcs7-mime", new MediaType().schema(new BinarySchema()))))
                .responses(responses());
    }

    private static ApiResponses responses() {
        var meanings = new LinkedHashMap<String, String>();
        meanings.put("400", "not readable: no XML, a forbidden construct, truncated");
        meanings.put("401", "no API key, or one that opens no channel");
        meanings.put("403", "the message speaks for another enterprise than the channel's");
        meanings.put("409", "the id was used for a message with other content");
        meanings.put("413", "too large");
        meanings.put("422", "refused; the findings say where, what, why and what to do");
        meanings.put("429", "too busy: send it again after Retry-After");
        meanings.put("503", "cannot be made durable now: send it again after Retry-After");
        var responses = new ApiResponses();
        responses.addApiResponse(
                "202",
                new ApiResponse()
                        .description("stored for good")
                        .content(new Content().addMediaType("application/json", new MediaType().example(ACK))));
        for (Map.Entry<String, String> meaning : meanings.entrySet()) {
            responses.addApiResponse(
                    meaning.getKey(),
                    new ApiResponse()
                            .description(meaning.getValue())
                            .content(new Content().addMediaType("application/problem+json", new MediaType())));
        }
        return responses;
    }
}
