package io.kouan.platform.portal;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the pieces that pages are made of in every state they can have; in tests only. */
@Controller
class GalleryPage {

    record Step(String label, String state, String address) {}

    record Slot(
            String id,
            String name,
            String label,
            String hint,
            String accept,
            boolean required,
            boolean many,
            List<String> faults,
            List<File> files) {}

    record File(String id, String name, String size, String state, String tone, String address) {}

    @GetMapping("/gallery")
    String show(Model page) {
        page.addAttribute(
                "steps",
                List.of(
                        new Step("企业和管理员账号", "done", "/gallery"),
                        new Step("对外贸易经营者备案", "now", "/gallery"),
                        new Step("海关企业注册备案申请", "open", "")));
        page.addAttribute(
                "slots",
                List.of(
                        new Slot(
                                "licence",
                                "licence",
                                "营业执照",
                                "JPG 或 PDF",
                                ".jpg,.pdf",
                                true,
                                false,
                                List.of(),
                                List.of()),
                        new Slot(
                                "contract",
                                "contract",
                                "合同",
                                "",
                                ".pdf",
                                true,
                                true,
                                List.of("文件打不开。"),
                                List.of(
                                        new File(
                                                "7",
                                                "电商平台服务合同（2026年度，双方盖章）扫描件.pdf",
                                                "1.2 MB",
                                                "已上传",
                                                "good",
                                                "/gallery"),
                                        new File("8", "a.pdf", "3.0 KB", "检查中", "wait", ""))),
                        new Slot(
                                "card",
                                "card",
                                "法人证件",
                                "",
                                "image/*",
                                false,
                                false,
                                List.of(),
                                List.of(new File("9", "card.png", "80.0 KB", "已上传", "good", "")))));
        return "gallery";
    }
}
