// Messages per minute, drawn with ECharts over the bars that the server drew.
"use strict";

(() => {
  const place = document.getElementById("chart");
  if (!place || !window.echarts) {
    return;
  }
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(name).trim();
  let chart;

  const draw = data => {
    if (!chart) {
      place.replaceChildren();
      chart = echarts.init(place, null, { renderer: "canvas" });
      new ResizeObserver(() => chart.resize()).observe(place);
    }
    const bar = (name, values, itemColour) => ({
      name, type: "bar", stack: "messages", data: values, itemStyle: { color: itemColour }, barCategoryGap: "25%",
    });
    chart.setOption({
      animationDuration: 300,
      textStyle: { fontFamily: style.getPropertyValue("--tblr-font-sans-serif") },
      grid: { left: 8, right: 8, top: 34, bottom: 4, containLabel: true },
      legend: { right: 0, top: 0, itemWidth: 10, itemHeight: 10, textStyle: { color: colour("--k-slate") } },
      tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" } },
      xAxis: {
        type: "category", data: data.minutes, axisTick: { show: false },
        axisLine: { lineStyle: { color: colour("--k-line") } }, axisLabel: { color: colour("--k-slate") },
      },
      yAxis: {
        type: "value", minInterval: 1, axisLabel: { color: colour("--k-slate") },
        splitLine: { lineStyle: { color: colour("--k-slate-soft") } },
      },
      series: [
        bar(place.dataset.accepted, data.accepted, colour("--k-sea")),
        bar(place.dataset.refused, data.refused, colour("--k-seal")),
      ],
    });
  };

  const renew = async () => {
    try {
      const answer = await fetch(place.dataset.source, { headers: { Accept: "application/json" } });
      if (answer.ok && !answer.redirected) {
        draw(await answer.json());
      }
    } catch {
      // the next beat tries again
    }
  };
  document.body.addEventListener("kouan:tick", renew);
  renew();
})();
