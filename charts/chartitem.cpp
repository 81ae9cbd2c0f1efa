// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartitem.h"

#include <QQuickWindow>
#include <QSGImageNode>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
/** While a window is being resized there are at most 30 pictures a second. */
constexpr int kResizePauseMs = 34;
}

ChartItem::ChartItem(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

ChartItem::~ChartItem() = default;

const ChartSpec &ChartItem::spec() const
{
    return m_spec;
}

void ChartItem::setSpec(const ChartSpec &spec)
{
    if (m_spec == spec)
        return;
    m_spec = spec;
    m_sceneHasSpec = false;
    m_pictureHasSpec = false;
    polish();
    Q_EMIT specChanged();
}

bool ChartItem::isDark() const
{
    return m_dark;
}

void ChartItem::setDark(bool dark)
{
    if (m_dark == dark)
        return;
    m_dark = dark;
    polish();
    Q_EMIT darkChanged();
}

bool ChartItem::isBare() const
{
    return m_bare;
}

void ChartItem::setBare(bool bare)
{
    if (m_bare == bare)
        return;
    m_bare = bare;
    polish();
    Q_EMIT bareChanged();
}

qreal ChartItem::textScale() const
{
    return m_textScale;
}

void ChartItem::setTextScale(qreal scale)
{
    const qreal within = std::clamp(scale, 1.0, 2.0);
    if (m_textScale == within)
        return;
    m_textScale = within;
    polish();
    Q_EMIT textScaleChanged();
}

QRectF ChartItem::plotArea() const
{
    return m_pixels.isEmpty() ? QRectF() : laidOutScene().plotArea();
}

int ChartItem::bucketCount() const
{
    return int(m_spec.starts.size());
}

QStringList ChartItem::rightMetrics() const
{
    QStringList names;
    for (const Metric metric : laidOutScene().rightMetrics())
        names.append(metricName(metric));
    return names;
}

QString ChartItem::message() const
{
    return m_pixels.isEmpty() || m_bare ? QString() : laidOutScene().message();
}

bool ChartItem::isPainted() const
{
    return m_repaints > 0;
}

int ChartItem::repaints() const
{
    return m_repaints;
}

int ChartItem::bucketAt(qreal x) const
{
    return hasBucket(0) ? laidOutScene().bucketAt(x) : -1;
}

int ChartItem::nearestBucketTo(qreal x) const
{
    const QRectF plot = plotArea();
    // A pixel within the right edge, which is no bucket's any more.
    return bucketAt(std::max(plot.left(), std::min(plot.right() - 1, x)));
}

qreal ChartItem::xOf(int bucket) const
{
    return hasBucket(bucket) ? laidOutScene().xOf(bucket) : 0;
}

QRectF ChartItem::columnOf(int bucket) const
{
    return hasBucket(bucket) ? laidOutScene().columnOf(bucket) : QRectF();
}

qreal ChartItem::yOf(double value) const
{
    return hasBucket(0) ? laidOutScene().yOf(value) : 0;
}

bool ChartItem::hasBucket(int bucket) const
{
    return bucket >= 0 && bucket < bucketCount() && !plotArea().isEmpty();
}

ChartStyle ChartItem::wantedStyle() const
{
    return {.theme = m_dark ? Theme::Dark : Theme::Light,
            .size = m_pixels,
            .scale = window() ? window()->effectiveDevicePixelRatio() : 1,
            .textScale = m_textScale,
            .textLocale = QLocale(),
            .figure = false,
            .bare = m_bare};
}

ChartScene &ChartItem::laidOutScene() const
{
    const ChartStyle style = wantedStyle();
    if (!m_scene)
        m_scene = std::make_unique<ChartScene>();
    if (!m_sceneHasSpec || m_sceneStyle != style) {
        m_scene->setContent(m_spec, style);
        m_sceneStyle = style;
        m_sceneHasSpec = true;
    }
    return *m_scene;
}

bool ChartItem::hasPictureFor(const ChartStyle &style) const
{
    return m_pictureHasSpec && m_pictureStyle == style;
}

void ChartItem::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    const QSize before = std::exchange(m_pixels, newGeometry.size().toSize());
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    if (newGeometry.size() != oldGeometry.size())
        polish();
    update(); // to stretch the picture, or to move it to the next device pixel
    if (m_pixels != before)
        Q_EMIT plotAreaChanged();
}

void ChartItem::itemChange(ItemChange change, const ItemChangeData &value)
{
    QQuickItem::itemChange(change, value);
    if (change == ItemVisibleHasChanged || change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange)
        polish();
}

void ChartItem::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_resizePause.timerId()) {
        QQuickItem::timerEvent(event);
        return;
    }
    m_resizePause.stop();
    polish();
}

void ChartItem::updatePolish()
{
    const ChartStyle style = wantedStyle();
    // Whatever makes one of these true again polishes again.
    if (!isVisible() || !window() || style.size.isEmpty() || hasPictureFor(style))
        return;
    ChartStyle resized = m_pictureStyle;
    resized.size = style.size;
    const bool isResize = hasPictureFor(m_pictureStyle) && resized == style;
    if (isResize && m_resizePause.isActive())
        return;
    // Two pictures in turn: the scene graph may still hold the one that is shown.
    m_picture.swap(m_spare);
    m_picture.reinterpretAsFormat(QImage::Format_ARGB32_Premultiplied);
    laidOutScene().render(m_picture);
    // It is opaque, and textures of this format need no conversion.
    m_picture.reinterpretAsFormat(QImage::Format_RGB32);
    // Of another size it cannot be drawn into again; while all is shown for the first time that is half of what is
    // held.
    if (m_spare.size() != m_picture.size())
        m_spare = QImage();
    m_pictureStyle = style;
    m_pictureHasSpec = true;
    m_isUploaded = false;
    ++m_repaints;
    if (isResize)
        m_resizePause.start(kResizePauseMs, Qt::PreciseTimer, this);
    update();
    Q_EMIT plotAreaChanged();
    Q_EMIT repaintsChanged();
    if (m_repaints == 1)
        Q_EMIT paintedChanged();
}

bool ChartItem::isStretched() const
{
    return m_pictureStyle.size != m_pixels;
}

QRectF ChartItem::pictureRect() const
{
    if (isStretched())
        return boundingRect();
    // Pixel on pixel: as large as the picture is, from a border between device pixels on.
    const qreal scale = window()->effectiveDevicePixelRatio();
    const QPointF corner = mapToScene({}) * scale;
    const QPointF onPixel(std::round(corner.x()), std::round(corner.y()));
    return {(onPixel - corner) / scale, QSizeF(m_picture.size()) / scale};
}

QSGNode *ChartItem::updatePaintNode(QSGNode *oldNode, UpdatePaintNodeData *)
{
    auto *node = static_cast<QSGImageNode *>(oldNode);
    if (m_picture.isNull() || m_pixels.isEmpty()) {
        delete node;
        return nullptr;
    }
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        m_isUploaded = false;
    }
    if (!m_isUploaded) {
        node->setTexture(window()->createTextureFromImage(m_picture, QQuickWindow::TextureIsOpaque));
        m_isUploaded = true;
    }
    node->setFiltering(isStretched() ? QSGTexture::Linear : QSGTexture::Nearest);
    node->setRect(pictureRect());
    return node;
}
}
