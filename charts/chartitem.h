// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartscene.h"

#include <QBasicTimer>
#include <QImage>
#include <QQuickItem>

#include <memory>

namespace Postwave
{
/**
 * A chart in a window: the drawing of ChartScene without its title and legend, as a picture that is made anew only
 * when something in it changes. Whatever follows the pointer or the keyboard is laid over it in QML, at the places
 * that this item names; asking for them paints nothing. All coordinates are the item's own.
 *
 * It needs a QApplication, on account of Qt Charts. Numbers and dates follow the application's default QLocale.
 */
class ChartItem : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    /** What to draw. Without buckets the chart says that there is nothing yet. */
    Q_PROPERTY(Postwave::ChartSpec spec READ spec WRITE setSpec NOTIFY specChanged FINAL)
    /** Whether to draw with the colours of the dark theme. */
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY darkChanged FINAL)
    /** Whether to draw the data alone, from edge to edge: a strip without axes, text and marks. */
    Q_PROPERTY(bool bare READ isBare WRITE setBare NOTIFY bareChanged FINAL)
    /** Of all text in the chart, from 1 to 2; what lies beyond counts as the nearer of them. */
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged FINAL)
    /**
     * The rectangle between the axes, or where they are left out all but a pixel above and below; empty while there is
     * no room for one. Its change is told whenever the places of buckets and values may have changed, so that a binding
     * which reads it may call the functions below.
     */
    Q_PROPERTY(QRectF plotArea READ plotArea NOTIFY plotAreaChanged FINAL)
    /** Number of the spec's buckets. */
    Q_PROPERTY(int bucketCount READ bucketCount NOTIFY specChanged FINAL)
    /** Names, as in files, of the metrics that are measured on the right axis; none where there is but one axis. */
    Q_PROPERTY(QStringList rightMetrics READ rightMetrics NOTIFY specChanged FINAL)
    /** What it says in the place of data; empty where there are some. */
    Q_PROPERTY(QString message READ message NOTIFY plotAreaChanged FINAL)
    /** Whether there has been a picture yet. */
    Q_PROPERTY(bool painted READ isPainted NOTIFY paintedChanged FINAL)
    /** How many pictures there have been. */
    Q_PROPERTY(int repaints READ repaints NOTIFY repaintsChanged FINAL)

public:
    explicit ChartItem(QQuickItem *parent = nullptr);
    ~ChartItem() override;

    const ChartSpec &spec() const;
    void setSpec(const ChartSpec &spec);
    bool isDark() const;
    void setDark(bool dark);
    bool isBare() const;
    void setBare(bool bare);
    qreal textScale() const;
    void setTextScale(qreal scale);
    QRectF plotArea() const;
    int bucketCount() const;
    QStringList rightMetrics() const;
    QString message() const;
    bool isPainted() const;
    int repaints() const;

    /**
     * The size in whole pixels, for getters. A bindable property that a getter reads, such as an item's width, becomes
     * one more source of the binding that calls the getter, behind the back of QML's engine; and in Qt 6.4 that ends
     * with a call to where no function is.
     */
    QSize pixels() const
    {
        return m_pixels;
    }

    /** The bucket whose column contains @p x; -1 outside of the plot. */
    Q_INVOKABLE int bucketAt(qreal x) const;
    /** The same of the place in the plot that is nearest to @p x; -1 while there is none. */
    int nearestBucketTo(qreal x) const;
    /** Middle of a bucket's column; 0 for a bucket that is none. */
    Q_INVOKABLE qreal xOf(int bucket) const;
    /** The bucket's column from top to bottom of the plot; empty for a bucket that is none. */
    Q_INVOKABLE QRectF columnOf(int bucket) const;
    /**
     * Where a value of the spec's first series is, on its axis, which may be the right one; that of zero is the
     * plot's lower edge. 0 while there is no plot.
     */
    Q_INVOKABLE qreal yOf(double value) const;

Q_SIGNALS:
    void specChanged();
    void darkChanged();
    void bareChanged();
    void textScaleChanged();
    void plotAreaChanged();
    void paintedChanged();
    void repaintsChanged();

protected:
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;
    void timerEvent(QTimerEvent *event) override;
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *oldNode, UpdatePaintNodeData *data) override;

private:
    ChartStyle wantedStyle() const;
    ChartScene &laidOutScene() const;
    bool hasBucket(int bucket) const;
    bool hasPictureFor(const ChartStyle &style) const;
    bool isStretched() const;
    QRectF pictureRect() const;

    QSize m_pixels;
    ChartSpec m_spec;
    bool m_dark = false;
    bool m_bare = false;
    qreal m_textScale = 1;

    // Laid out when somebody asks for a place or a picture, whichever is first.
    mutable std::unique_ptr<ChartScene> m_scene;
    mutable ChartStyle m_sceneStyle;
    mutable bool m_sceneHasSpec = false;

    QImage m_picture;
    QImage m_spare; ///< the picture before, whose memory the next one takes
    ChartStyle m_pictureStyle;
    bool m_pictureHasSpec = false;
    bool m_isUploaded = false;
    int m_repaints = 0;
    QBasicTimer m_resizePause; ///< while it runs, a new size alone makes no new picture
};
}
