package io.kouan.platform.staff;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StaffConfiguration {

    /** In the sandbox confirmations hold for ever, so that its people can be used whenever it is started again; the setting says otherwise. */
    @Bean
    RoleReview roleReview(
            @Value("${kouan.accounts.staff-role-days:#{${kouan.sandbox:true} ? 0 : 180}}") int staffRoleDays) {
        return new RoleReview(staffRoleDays);
    }
}
