// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartscene.h"

#include "charts/chartcaptions.h"
#include "charts/chartground.h"
#include "charts/fonts.h"

#include <QPainter>

namespace Postwave
{
ChartScene::ChartScene()
{
    loadFonts();
}

ChartScene::ChartScene(const ChartSpec &spec, const ChartStyle &style)
    : ChartScene()
{
    setContent(spec, style);
}

ChartScene::~ChartScene() = default;

void ChartScene::setContent(const ChartSpec &spec, const ChartStyle &style)
{
    m_frame.setContent(spec, style);
    m_bars.fill();
    m_lines.fill();
    m_compared.fill();
    m_strip.fill();
    m_viral.place();
}

QImage ChartScene::render() const
{
    QImage image;
    render(image);
    return image;
}

void ChartScene::render(QImage &image) const
{
    const ChartStyle &style = m_frame.style();
    const QSize size = (QSizeF(style.size) * style.scale).toSize().expandedTo({1, 1});
    if (image.size() != size || image.format() != QImage::Format_ARGB32_Premultiplied || !image.isDetached())
        image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(m_frame.colour(Palette::kSurface));
    QPainter painter(&image);
    painter.scale(style.scale, style.scale);
    paintOnSurface(painter);
}

void ChartScene::paint(QPainter &painter) const
{
    painter.fillRect(QRectF({0, 0}, QSizeF(m_frame.style().size)), m_frame.colour(Palette::kSurface));
    paintOnSurface(painter);
}

void ChartScene::paintOnSurface(QPainter &painter) const
{
    const bool isBare = m_frame.style().bare;
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    ChartCaptions::draw(painter, m_frame);
    if (m_frame.layout().isDrawable) {
        ChartGround::drawUnknown(painter, m_frame);
        if (!isBare)
            ChartGround::drawGrid(painter, m_frame);
        m_compared.paint(painter);
        m_bars.paint(painter);
        m_lines.paint(painter);
        m_strip.paint(painter);
        m_viral.paint(painter);
    }
    if (!isBare)
        ChartCaptions::drawMessage(painter, m_frame);
    painter.restore();
}

QRectF ChartScene::plotArea() const
{
    return m_frame.layout().isDrawable ? m_frame.layout().dataArea() : QRectF();
}

qreal ChartScene::xOf(int bucket) const
{
    return m_frame.geometry().centreOf(bucket);
}

qreal ChartScene::yOf(double value) const
{
    return m_frame.geometry().yOfHeight(m_frame.layout().scaleOf(0).heightOf(value));
}

QString ChartScene::message() const
{
    return ChartCaptions::messageOf(m_frame);
}

const QList<Metric> &ChartScene::rightMetrics() const
{
    return m_frame.layout().right.metrics;
}

QRectF ChartScene::columnOf(int bucket) const
{
    const ChartGeometry &geometry = m_frame.geometry();
    const qreal left = geometry.leftOf(bucket);
    const QRectF area = m_frame.layout().dataArea();
    return {left, area.top(), geometry.leftOf(bucket + 1) - left, area.height()};
}

int ChartScene::bucketAt(qreal x) const
{
    return m_frame.geometry().bucketAt(x);
}
}
