/* global Behaviour, echarts */
(function () {
  "use strict";

  /** A colour of the theme as numbers: ECharts does not know all notations of CSS. */
  function colour(variable) {
    const probe = document.createElement("span");
    probe.style.color = `var(${variable})`;
    document.body.append(probe);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const pixel = canvas.getContext("2d");
    pixel.fillStyle = getComputedStyle(probe).color;
    pixel.fillRect(0, 0, 1, 1);
    probe.remove();
    const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
    return `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`;
  }

  function bars(values, variable) {
    return {
      type: "bar",
      stack: "build",
      barCategoryGap: "20%",
      barMinHeight: 3, // one failure is seen beside a thousand changes
      color: colour(variable),
      emphasis: { disabled: true },
      data: values.map((value) => (value === 0 ? null : value)), // nothing has no least height
    };
  }

  function options(element, rows) {
    const text = colour("--text-color");
    const faint = colour("--text-color-secondary");
    const mostChanged = Number(element.dataset.mostChanged);
    const mostFailed = Number(element.dataset.mostFailed);
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 8, top: 12, bottom: 4, containLabel: true },
      tooltip: {
        trigger: "axis",
        axisPointer: { type: "shadow" },
        renderMode: "richText", // without markup
        confine: true,
        backgroundColor: colour("--background"),
        borderColor: faint,
        textStyle: { color: text },
        formatter: (columns) => rows[columns[0].dataIndex].dataset.text,
      },
      xAxis: {
        type: "category",
        data: rows.map((row) => row.dataset.label),
        axisLine: { lineStyle: { color: faint } },
        axisTick: { show: false },
        axisLabel: { color: faint },
      },
      yAxis: {
        type: "value",
        min: -mostFailed,
        max: Math.max(mostChanged, mostFailed === 0 ? 1 : 0),
        minInterval: 1,
        axisLabel: { color: faint, formatter: (value) => String(Math.abs(value)), showMinLabel: true, showMaxLabel: true },
        splitLine: { lineStyle: { color: faint, opacity: 0.2 } },
      },
      series: [
        bars(rows.map((row) => Math.min(Number(row.dataset.changed), mostChanged)), "--accent-color"),
        bars(rows.map((row) => -Number(row.dataset.failed)), "--error-color"),
      ],
    };
  }

  Behaviour.specify(".network-backup-columns", "network-backup-columns", 0, (element) => {
    const rows = Array.from(document.querySelectorAll(`#${element.dataset.rows} tbody tr`));
    const chart = echarts.init(element);
    const draw = () => chart.setOption(options(element, rows));
    draw();
    const url = (event) => {
      const [place] = chart.convertFromPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY]);
      return rows[place] === undefined ? undefined : rows[place].dataset.url;
    };
    chart.getZr().on("click", (event) => {
      if (url(event)) {
        window.location = url(event);
      }
    });
    chart.getZr().on("mousemove", (event) => {
      chart.getZr().setCursorStyle(url(event) ? "pointer" : "default");
    });
    new ResizeObserver(() => chart.resize()).observe(element);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  });
})();
